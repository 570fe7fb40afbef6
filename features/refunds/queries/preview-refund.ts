import { calculateClawedBack } from "@/domain/commissions/claw-back";
import { splitClawBacks } from "@/domain/ledger/split-claw-backs";
import { sumFen } from "@/domain/money/fen";
import { askedFen, judgeRefund, refundAmountFen } from "@/domain/refunds/judge-refund";
import { listFreeAndDebt } from "@/features/ledger/queries/list-free-and-debt";
import {
  findLineCommissions,
  type LineCommission,
} from "@/features/refunds/queries/find-line-commissions";
import {
  type LoadedOrder,
  loadRefundableOrder,
} from "@/features/refunds/queries/load-refundable-order";
import type { PreviewRefundInput, RefundPreview } from "@/features/refunds/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What a refund would take from each distributor and how much of it would become a debt, as things
 * stand now: a commission may mature, or be withdrawn, before WeChat has given the money back.
 */
export async function previewRefund(
  tx: MerchantTx,
  merchantId: string,
  input: PreviewRefundInput,
  now: Date,
): Promise<RefundPreview> {
  const order = await loadRefundableOrder(tx, { merchantId, orderNo: input.orderNo });
  if (order === null) return { ok: false, reason: "not_found" };
  const refusal = judgeRefund(order, { ...input, seenRefundedFen: askedFen(order) }, now);
  if (refusal !== null) return { ok: false, reason: refusal };
  const { orderId } = order;
  const lineNos = input.lines.map(({ lineNo }) => lineNo);
  const commissions = await findLineCommissions(tx, { merchantId, orderId, lineNos });
  const clawBacks = commissions.map((one) => ({
    ...one,
    clawBackFen: lossOf(one, order, input),
  }));
  const distributorIds = [...new Set(commissions.map(({ distributorId }) => distributorId))];
  const balances = await listFreeAndDebt(tx, { merchantId, distributorIds });
  const free = new Map([...balances].map(([id, { freeFen }]) => [id, freeFen]));
  const losses = splitClawBacks(clawBacks, free).filter(({ clawBackFen }) => clawBackFen > 0n);
  return { ok: true, amountFen: refundAmountFen(input), losses };
}

/** By this refund alone, after those that are under way on the line. */
function lossOf(one: LineCommission, order: LoadedOrder, input: PreviewRefundInput): bigint {
  const line = order.lines.find(({ lineNo }) => lineNo === one.lineNo);
  const goneFen = one.refundedFen + (line?.inFlightFen ?? 0n);
  const wished = input.lines.filter(({ lineNo }) => lineNo === one.lineNo);
  const addedFen = sumFen(wished.map(({ amountFen }) => amountFen));
  const { commissionFen, baseFen } = one;
  const before = calculateClawedBack({ commissionFen, baseFen, refundedFen: goneFen });
  return calculateClawedBack({ commissionFen, baseFen, refundedFen: goneFen + addedFen }) - before;
}
