import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * A refund has ended: the commissions of its lines no longer wait for it. To be called once, by who
 * ended it with a guarded update. @throws when a commission was not waiting: the count is wrong then
 */
export async function releaseRefundedLines(
  tx: MerchantTx,
  { merchantId, refundId }: { merchantId: string; refundId: string },
): Promise<void> {
  await tx.$executeRaw`
    update commission c set refunds_in_flight = c.refunds_in_flight - 1
    from refund_line rl
    where rl.merchant_id = ${merchantId}::uuid and rl.refund_id = ${refundId}::uuid
      and c.merchant_id = rl.merchant_id and c.order_id = rl.order_id and c.line_no = rl.line_no`;
}
