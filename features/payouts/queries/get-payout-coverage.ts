import { ratioBps } from "@/domain/metrics/compare";
import type { PayoutCoverageView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * How much of what a shop owes its distributors lies ready at WeChat (analytics.md 13): the balance of the
 * operating account, which withdrawals are paid from, ÷ open withdrawals and what could be asked for at
 * once. WeChat has no call that tells the balance: it stands behind each movement of the daily fund flow
 * bill, so it is as old as the newest bill that has one, and unknown before the first.
 */
export async function getPayoutCoverage(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<PayoutCoverageView> {
  const [row] = await tx.$queryRaw<
    { owedFen: bigint; balanceFen: bigint | null; day: string | null }[]
  >`
    with owed as (
      select coalesce(sum(balance_fen), 0)::bigint as fen from ledger_account
      where merchant_id = ${merchantId}::uuid and kind = 'commission_available'
    ), newest as (
      select (totals->>'closingFen')::bigint as fen, to_char(day, 'YYYY-MM-DD') as day from wechat_bill
      where merchant_id = ${merchantId}::uuid and kind = 'fund_flow' and state <> 'failed'
        and totals->>'closingFen' is not null
      order by wechat_bill.day desc limit 1
    )
    select owed.fen as "owedFen", newest.fen as "balanceFen", newest.day
    from owed left join newest on true`;
  const { owedFen, balanceFen, day } = row ?? { owedFen: 0n, balanceFen: null, day: null };
  if (balanceFen === null || day === null) return { owedFen, balance: null, coverageBps: null };
  return { owedFen, balance: { fen: balanceFen, day }, coverageBps: ratioBps(balanceFen, owedFen) };
}
