import type { MerchantTx } from "@/lib/db/in-merchant";

/** Whose commissions stand on the lines that a refund is about. */
export async function findRefundedDistributors(
  tx: MerchantTx,
  { merchantId, refundId }: { merchantId: string; refundId: string },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ distributorId: string }[]>`
    select distinct c.distributor_id as "distributorId"
    from refund_line rl
    join commission c
      on c.merchant_id = rl.merchant_id and c.order_id = rl.order_id and c.line_no = rl.line_no
    where rl.merchant_id = ${merchantId}::uuid and rl.refund_id = ${refundId}::uuid`;
  return rows.map(({ distributorId }) => distributorId);
}
