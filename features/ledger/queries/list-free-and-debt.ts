import type { MerchantTx } from "@/lib/db/in-merchant";

/** What a distributor can withdraw and what they owe, in fen; both 0 or above. */
type FreeAndDebt = { freeFen: bigint; debtFen: bigint };

/**
 * What each of these distributors has free (available and not held for a payout) and owes; who has
 * no account yet has neither. Whoever decides from it holds their rows, see lockDistributors.
 */
export async function listFreeAndDebt(
  tx: MerchantTx,
  question: { merchantId: string; distributorIds: readonly string[] },
): Promise<Map<string, FreeAndDebt>> {
  const { merchantId, distributorIds } = question;
  const rows = await tx.$queryRaw<(FreeAndDebt & { distributorId: string })[]>`
    select distributor_id as "distributorId",
      coalesce(sum(balance_fen - held_fen) filter (where kind = 'commission_available'), 0)::bigint
        as "freeFen",
      coalesce(-sum(balance_fen) filter (where kind = 'commission_debt'), 0)::bigint as "debtFen"
    from ledger_account
    where merchant_id = ${merchantId}::uuid and distributor_id = any(${distributorIds}::uuid[])
      and kind in ('commission_available', 'commission_debt')
    group by distributor_id`;
  const none: FreeAndDebt = { freeFen: 0n, debtFen: 0n };
  return new Map([
    ...distributorIds.map((id): [string, FreeAndDebt] => [id, none]),
    ...rows.map(({ distributorId, ...one }): [string, FreeAndDebt] => [distributorId, one]),
  ]);
}
