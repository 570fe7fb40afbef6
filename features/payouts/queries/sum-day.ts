import type { MerchantTx } from "@/lib/db/in-merchant";

/** What was asked for in a window of time and did not come back: of a person, or of the whole shop. */
export async function sumDay(
  tx: MerchantTx,
  question: { merchantId: string; idNumberHash: string; from: Date; to: Date },
): Promise<{ personTodayFen: bigint; merchantTodayFen: bigint }> {
  const { merchantId, idNumberHash, from, to } = question;
  const [row] = await tx.$queryRaw<{ personTodayFen: bigint; merchantTodayFen: bigint }[]>`
    select coalesce(sum(gross_fen), 0)::bigint as "merchantTodayFen",
      coalesce(sum(gross_fen) filter (where id_number_hash = ${idNumberHash}), 0)::bigint as "personTodayFen"
    from payout where merchant_id = ${merchantId}::uuid
      and requested_at >= ${from} and requested_at < ${to}
      and state not in ('failed', 'expired', 'cancelled', 'refused')`;
  return row ?? { personTodayFen: 0n, merchantTodayFen: 0n };
}
