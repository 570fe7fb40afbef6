import type { MerchantTx } from "@/lib/db/in-merchant";

/** What was withdrawn or is on its way: everything that did not come back. */
type Prior = { priorGrossFen: bigint; priorTaxFen: bigint; latestAt: Date | null };

/**
 * A person's month before one more withdrawal, under whichever of their distributors; `latestAt` is
 * the last moment at which any of it was asked for or came back.
 */
export async function sumTaxMonth(
  tx: MerchantTx,
  question: { merchantId: string; idNumberHash: string; month: string },
): Promise<Prior> {
  const { merchantId, idNumberHash, month } = question;
  const [row] = await tx.$queryRaw<Prior[]>`
    select coalesce(sum(gross_fen) filter (where state not in ('failed', 'expired', 'cancelled', 'refused')), 0)::bigint as "priorGrossFen",
      coalesce(sum(tax_fen) filter (where state not in ('failed', 'expired', 'cancelled', 'refused')), 0)::bigint as "priorTaxFen",
      max(greatest(requested_at, ended_at)) as "latestAt"
    from payout where merchant_id = ${merchantId}::uuid and id_number_hash = ${idNumberHash}
      and tax_month = ${month}`;
  return row ?? { priorGrossFen: 0n, priorTaxFen: 0n, latestAt: null };
}
