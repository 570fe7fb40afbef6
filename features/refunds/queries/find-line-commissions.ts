import type { CommissionState } from "@/domain/commissions/commission-state";
import type { Fen } from "@/domain/money/fen";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A commission of an order's line, with what is refunded of the line. */
export type LineCommission = {
  commissionId: string;
  lineNo: number;
  level: number;
  distributorId: string;
  distributorName: string;
  state: CommissionState;
  baseFen: Fen;
  commissionFen: Fen;
  clawedBackFen: Fen;
  /** Of the line, by all refunds that have arrived. */
  refundedFen: Fen;
};

/** The commissions on these lines of an order, by line and level. */
export function findLineCommissions(
  tx: MerchantTx,
  question: { merchantId: string; orderId: string; lineNos: readonly number[] },
): Promise<LineCommission[]> {
  const { merchantId, orderId, lineNos } = question;
  return tx.$queryRaw<LineCommission[]>`
    select c.id as "commissionId", c.line_no as "lineNo", c.level,
      c.distributor_id as "distributorId", d.display_name as "distributorName", c.state,
      c.base_fen as "baseFen", c.commission_fen as "commissionFen",
      c.clawed_back_fen as "clawedBackFen", l.refunded_fen as "refundedFen"
    from commission c
    join order_line l
      on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
    join distributor d on d.merchant_id = c.merchant_id and d.id = c.distributor_id
    where c.merchant_id = ${merchantId}::uuid and c.order_id = ${orderId}::uuid
      and c.line_no = any(${lineNos}::int[])
    order by c.line_no, c.level`;
}
