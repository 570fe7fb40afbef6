import { ratioBps } from "@/domain/metrics/compare";
import { getOperatingBalance } from "@/features/payouts/queries/get-operating-balance";
import type { PayoutCoverageView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * How much of what a shop owes its distributors lies ready at WeChat (analytics.md 13): the balance of the
 * operating account ÷ open withdrawals and what could be asked for at once.
 */
export async function getPayoutCoverage(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<PayoutCoverageView> {
  const [row] = await tx.$queryRaw<{ owedFen: bigint }[]>`
    select coalesce(sum(balance_fen), 0)::bigint as "owedFen" from ledger_account
    where merchant_id = ${merchantId}::uuid and kind = 'commission_available'`;
  const owedFen = row?.owedFen ?? 0n;
  const balance = await getOperatingBalance(tx, { merchantId });
  return { owedFen, balance, coverageBps: balance && ratioBps(balance.fen, owedFen) };
}
