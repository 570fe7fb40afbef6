import type { TransferCode } from "@/domain/ledger/transfer-codes";
import { listBookedTransfers } from "@/features/ledger/queries/list-booked-transfers";
import { listCommissionPayouts } from "@/features/ledger/queries/list-commission-payouts";
import type {
  BookedTransferView,
  OrderCommissionMoney,
  OrderMoneyView,
} from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * One order's money from payment to payout, as the ledger has booked it; null for a number that this
 * merchant does not have.
 */
export async function getOrderMoney(
  tx: MerchantTx,
  { merchantId, orderNo }: { merchantId: string; orderNo: string },
): Promise<OrderMoneyView | null> {
  const order = await tx.order.findUnique({
    where: { merchantId_orderNo: { merchantId, orderNo } },
    select: {
      id: true,
      payments: { select: { id: true } },
      refunds: { select: { id: true } },
    },
  });
  if (!order) return null;
  const { id: orderId, payments, refunds } = order;
  const commissions = await listCommissions(tx, merchantId, orderId);
  const payouts = await listCommissionPayouts(tx, { merchantId, orderId });
  const transfers = await listBookedTransfers(tx, merchantId, [
    ...payments.map(({ id }) => id),
    ...refunds.map(({ id }) => id),
    ...commissions.map(({ commissionId }) => commissionId),
  ]);
  return {
    ...sumsOf(transfers),
    commissions: commissions.map((one) => ({
      ...one,
      payouts: payouts.filter(({ commissionId }) => commissionId === one.commissionId),
    })),
    transfers,
  };
}

function sumsOf(transfers: readonly BookedTransferView[]) {
  const sum = (...codes: TransferCode[]) =>
    transfers
      .filter(({ code }) => codes.includes(code))
      .reduce((total, { amountFen }) => total + amountFen, 0n);
  const sums = {
    paidFen: sum("order_paid", "late_payment_received"),
    refundedFen: sum("order_refunded", "late_payment_refunded"),
    feeFen: sum("payment_fee_charged") - sum("payment_fee_returned"),
    accruedFen: sum("commission_accrued"),
    clawedBackFen: sum("commission_clawed_back", "commission_clawed_back_as_debt"),
  };
  const { paidFen, refundedFen, feeFen, accruedFen, clawedBackFen } = sums;
  return { ...sums, keptFen: paidFen - refundedFen - feeFen - (accruedFen - clawedBackFen) };
}

function listCommissions(
  tx: MerchantTx,
  merchantId: string,
  orderId: string,
): Promise<OrderCommissionMoney[]> {
  return tx.$queryRaw<OrderCommissionMoney[]>`
    select c.id as "commissionId", c.level, l.product_title as "productTitle",
      c.distributor_id as "distributorId", d.display_name as "distributorName",
      c.commission_fen as "commissionFen", c.clawed_back_fen as "clawedBackFen", c.state,
      c.held_reason as "heldReason", c.refunds_in_flight as "refundsInFlight",
      c.accrued_at as "accruedAt", c.available_at as "availableAt", c.settled_at as "settledAt"
    from commission c
    join order_line l
      on l.merchant_id = c.merchant_id and l.order_id = c.order_id and l.line_no = c.line_no
    join distributor d on d.merchant_id = c.merchant_id and d.id = c.distributor_id
    where c.merchant_id = ${merchantId}::uuid and c.order_id = ${orderId}::uuid
    order by c.line_no, c.level`;
}
