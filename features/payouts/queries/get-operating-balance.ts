import type { MerchantTx } from "@/lib/db/in-merchant";

/** What lay on the operating account after the newest movement that a bill tells, and of which day it was. */
export type OperatingBalance = { fen: bigint; day: string };

/**
 * The balance of the account that withdrawals are paid from. WeChat has no call that tells it: it stands behind
 * each movement of the daily fund flow bill, so it is as old as the newest bill that has one, and null
 * before the first.
 */
export async function getOperatingBalance(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<OperatingBalance | null> {
  const [newest] = await tx.$queryRaw<OperatingBalance[]>`
    select (totals->>'closingFen')::bigint as fen, to_char(day, 'YYYY-MM-DD') as day from wechat_bill
    where merchant_id = ${merchantId}::uuid and kind = 'fund_flow' and state <> 'failed'
      and totals->>'closingFen' is not null
    order by wechat_bill.day desc limit 1`;
  return newest ?? null;
}
