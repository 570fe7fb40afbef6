import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";
import { planRefundTransfers } from "@/domain/ledger/plan-refund-transfers";
import type { Fen } from "@/domain/money/fen";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { listFreeAndDebt } from "@/features/ledger/queries/list-free-and-debt";
import { clawBackCommissions } from "@/features/refunds/commands/claw-back-commissions";
import { releaseRefundedLines } from "@/features/refunds/commands/release-refunded-lines";
import { returnStock } from "@/features/stock/commands/return-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";

type GivenBack = {
  refundId: string;
  orderId: string;
  paymentId: string;
  amountFen: Fen;
  /** By the merchant's own hand, because WeChat could not. */
  paidElsewhere: boolean;
};

/**
 * Everything that follows from money that went back to a customer: the order and its lines know it,
 * commissions are taken back by the formula, goods return to the shelf, the ledger books it. Called
 * once per refund, by who moved it to success, who also holds the distributors' rows.
 */
export async function giveBackOrder(
  tx: MerchantTx,
  { merchantId, refund, now }: { merchantId: string; refund: GivenBack; now: Date },
): Promise<void> {
  const { refundId, orderId, paymentId, amountFen, paidElsewhere } = refund;
  await addToOrder(tx, { merchantId, orderId, amountFen });
  const lineNos = await addToLines(tx, { merchantId, refundId });
  const clawBacks = await clawBackCommissions(tx, { merchantId, orderId, lineNos });
  await releaseRefundedLines(tx, { merchantId, refundId });
  await returnStock(tx, { merchantId, refundId, now });
  const distributorIds = [...new Set(clawBacks.map(({ distributorId }) => distributorId))];
  const balances = await listFreeAndDebt(tx, { merchantId, distributorIds });
  const drafts = planRefundTransfers({
    refundId,
    paymentId,
    orderId,
    refundFen: amountFen,
    paidElsewhere,
    clawBacks,
    freeFen: new Map([...balances].map(([id, { freeFen }]) => [id, freeFen])),
    shards: ACCOUNT_SHARDS,
  });
  await postTransfers(tx, { merchantId, drafts, now });
}

/** The whole back is the order's end. What WeChat gave back beyond what was paid cannot be. */
async function addToOrder(
  tx: MerchantTx,
  order: { merchantId: string; orderId: string; amountFen: Fen },
): Promise<void> {
  const { merchantId, orderId, amountFen } = order;
  const count = await tx.$executeRaw`
    update orders set refunded_fen = refunded_fen + ${amountFen},
      state = case when refunded_fen + ${amountFen} = paid_fen then 'refunded' else state end
    where merchant_id = ${merchantId}::uuid and id = ${orderId}::uuid
      and state in ('paid', 'shipped', 'received') and refunded_fen + ${amountFen} <= paid_fen`;
  if (count !== 1) throw new Error(`order ${orderId} cannot take back ${amountFen} fen`);
}

async function addToLines(
  tx: MerchantTx,
  { merchantId, refundId }: { merchantId: string; refundId: string },
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ lineNo: number }[]>`
    update order_line l set refunded_fen = l.refunded_fen + rl.amount_fen,
      refunded_quantity = l.refunded_quantity + rl.quantity
    from refund_line rl
    where rl.merchant_id = ${merchantId}::uuid and rl.refund_id = ${refundId}::uuid
      and l.merchant_id = rl.merchant_id and l.order_id = rl.order_id and l.line_no = rl.line_no
    returning l.line_no as "lineNo"`;
  return rows.map(({ lineNo }) => lineNo);
}
