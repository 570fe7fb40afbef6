import { type Fen, sumFen } from "../money/fen";

/** A line of a paid order: what was paid for it, and what refunds have asked of it so far. */
export type RefundableLine = {
  lineNo: number;
  quantity: number;
  /** Frozen at checkout, after every discount, without freight. */
  payableFen: Fen;
  /** Refunded, and of that nothing is under way any more. */
  refundedFen: Fen;
  refundedQuantity: number;
  /** Asked of WeChat and not ended. */
  inFlightFen: Fen;
  inFlightQuantity: number;
};

export type RefundableOrder = {
  /** Null for an order that was never paid, or whose payment came too late. */
  paidAt: Date | null;
  freightFen: Fen;
  refundedFreightFen: Fen;
  inFlightFreightFen: Fen;
  /** All refunds of the payment, whatever became of them: WeChat takes at most 50. */
  refundCount: number;
  lines: readonly RefundableLine[];
};

export type RefundRequest = {
  lines: readonly { lineNo: number; quantity: number; amountFen: Fen; restockQuantity: number }[];
  freightFen: Fen;
  /** What the person who asks saw as refunded or under way: a second tab has seen less. */
  seenRefundedFen: Fen;
};

export type RefundRefusal =
  | "not_paid"
  | "changed"
  | "nothing"
  | "too_many"
  | "too_old"
  | "above_line"
  | "above_freight"
  | "in_flight_elsewhere";

/** WeChat's own limits (wechat.md 4.6). */
const MAX_REFUNDS_PER_PAYMENT = 50;
const MAX_AGE_MS = 365 * 86_400_000;

/**
 * Why a refund may not be asked for, or null. In all no more than was paid goes back: per line, in
 * money and in units, and for the freight; what is under way counts as gone until it has failed, and
 * a refund that would fit without it is told so.
 */
export function judgeRefund(
  order: RefundableOrder,
  request: RefundRequest,
  now: Date,
): RefundRefusal | null {
  const { paidAt } = order;
  if (paidAt === null) return "not_paid";
  if (request.seenRefundedFen !== askedFen(order)) return "changed";
  if (refundAmountFen(request) <= 0n) return "nothing";
  if (order.refundCount >= MAX_REFUNDS_PER_PAYMENT) return "too_many";
  if (now.getTime() - paidAt.getTime() > MAX_AGE_MS) return "too_old";
  return judgeLines(order, request) ?? judgeFreight(order, request);
}

/** What the refund gives back in all. */
export function refundAmountFen({
  lines,
  freightFen,
}: Pick<RefundRequest, "lines" | "freightFen">): Fen {
  return sumFen(lines.map(({ amountFen }) => amountFen)) + freightFen;
}

/** What of the order was refunded or is under way. */
export function askedFen(order: Omit<RefundableOrder, "paidAt" | "refundCount">): Fen {
  const ofLines = order.lines.map(({ refundedFen, inFlightFen }) => refundedFen + inFlightFen);
  return sumFen(ofLines) + order.refundedFreightFen + order.inFlightFreightFen;
}

function judgeLines(order: RefundableOrder, request: RefundRequest): RefundRefusal | null {
  const asked = new Set<number>();
  const refusals = request.lines.map((wish) => {
    const line = order.lines.find(({ lineNo }) => lineNo === wish.lineNo);
    if (line === undefined || asked.has(wish.lineNo)) return "above_line";
    asked.add(wish.lineNo);
    return judgeLine(line, wish);
  });
  return refusals.find((refusal) => refusal !== null) ?? null;
}

function judgeLine(line: RefundableLine, wish: RefundRequest["lines"][number]) {
  const { amountFen, quantity, restockQuantity } = wish;
  if (amountFen < 0n || quantity < 0 || restockQuantity < 0 || restockQuantity > quantity) {
    return "above_line";
  }
  const leftFen = line.payableFen - line.refundedFen;
  const leftQuantity = line.quantity - line.refundedQuantity;
  if (amountFen > leftFen || quantity > leftQuantity) return "above_line";
  const fits =
    amountFen <= leftFen - line.inFlightFen && quantity <= leftQuantity - line.inFlightQuantity;
  return fits ? null : "in_flight_elsewhere";
}

function judgeFreight(order: RefundableOrder, { freightFen }: RefundRequest): RefundRefusal | null {
  const leftFen = order.freightFen - order.refundedFreightFen;
  if (freightFen < 0n || freightFen > leftFen) return "above_freight";
  return freightFen > leftFen - order.inFlightFreightFen ? "in_flight_elsewhere" : null;
}
