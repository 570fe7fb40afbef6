import type { MerchantTx } from "@/lib/db/in-merchant";

/** A commission that has not settled: pending, or kept back by staff. */
export type OpenCommission = {
  commissionId: string;
  orderNo: string;
  productTitle: string;
  level: number;
  state: "pending" | "held";
  heldReason: string;
  refundsInFlight: number;
  leftFen: bigint;
  availableAt: Date | null;
};

/** A distributor's commissions on their way to settlement; frozen ones first, then the newest. */
export async function listOpenCommissions(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; limit: number },
): Promise<OpenCommission[]> {
  const { merchantId, distributorId, limit } = question;
  return tx.$queryRaw<OpenCommission[]>`
    select c.id as "commissionId", o.order_no as "orderNo", l.product_title as "productTitle",
      c.level, c.state, c.held_reason as "heldReason", c.refunds_in_flight as "refundsInFlight",
      c.commission_fen - c.clawed_back_fen as "leftFen", c.available_at as "availableAt"
    from commission c
    join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
    join order_line l
      on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
    where c.merchant_id = ${merchantId}::uuid and c.distributor_id = ${distributorId}::uuid
      and c.state in ('pending', 'held')
    order by c.state desc, c.accrued_at desc, c.id desc limit ${limit}`;
}
