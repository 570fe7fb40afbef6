import { createHash } from "node:crypto";
import type { RefundKind } from "@/domain/refunds/refund-kind";
import type { TestMerchant } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import { requestRefund } from "@/features/refunds/commands/request-refund";
import type { RefundResult } from "@/features/refunds/schema";
import { inMerchant } from "@/lib/db/in-merchant";

type Wish = {
  lines?: readonly {
    lineNo: number;
    quantity?: number;
    amountFen: bigint;
    restockQuantity?: number;
  }[];
  freightFen?: bigint;
  /** What the person saw as refunded or under way; what there is unless given. */
  seenRefundedFen?: bigint;
  reason?: string;
  /** "other" unless given. */
  kind?: RefundKind;
};

export type TestRefund = { order: TestOrder; outRefundNo: string; amountFen: bigint };

/** What of an order is refunded or under way, as a page that was just opened shows it. */
export async function askedOf({ merchantId }: TestMerchant, order: TestOrder): Promise<bigint> {
  const refunds = await inMerchant(merchantId, (tx) =>
    tx.refund.aggregate({
      where: { orderId: order.orderId, state: { not: "closed" } },
      _sum: { amountFen: true },
    }),
  );
  return refunds._sum.amountFen ?? 0n;
}

/** A member of staff asks for a refund; the command's answer as it is. */
export async function askForRefund(
  merchant: TestMerchant,
  order: TestOrder,
  wish: Wish,
  now: Date,
) {
  const { merchantId, ownerId } = merchant;
  const lines = (wish.lines ?? []).map((line) => ({ quantity: 0, restockQuantity: 0, ...line }));
  const { freightFen = 0n, reason = "坏了一个", kind = "other" } = wish;
  const seenRefundedFen = wish.seenRefundedFen ?? (await askedOf(merchant, order));
  const { orderNo } = order;
  const input = { orderNo, lines, freightFen, kind, reason, note: "", seenRefundedFen };
  return requestRefund({ merchantId, staffId: ownerId }, input, { now });
}

/** Asks for a refund; throws when it is refused. */
export async function startRefund(
  merchant: TestMerchant,
  order: TestOrder,
  wish: Wish,
  now: Date,
): Promise<TestRefund> {
  const asked = await askForRefund(merchant, order, wish, now);
  if (!asked.ok) throw new Error(`refund refused: ${asked.reason}`);
  const ofLines = (wish.lines ?? []).reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const amountFen = ofLines + (wish.freightFen ?? 0n);
  return { order, outRefundNo: asked.outRefundNo, amountFen };
}

/** What WeChat would say about a refund, without signature and encryption. */
export function refundResult(
  merchant: TestMerchant,
  { order, outRefundNo, amountFen }: TestRefund,
  now: Date,
  status: RefundResult["refund"]["status"] = "SUCCESS",
): RefundResult {
  return {
    eventId: `event-${outRefundNo}-${status}`,
    bodySha256: createHash("sha256").update(`${outRefundNo} ${status}`).digest("hex"),
    mchId: merchant.wechatCredentials.mchId,
    refund: {
      refundId: `5030${outRefundNo}`,
      outRefundNo,
      transactionId: `4200${order.outTradeNo}`,
      outTradeNo: order.outTradeNo,
      status,
      succeededAt: status === "SUCCESS" ? now : null,
      totalFen: order.payableFen,
      refundFen: amountFen,
    },
  };
}

/** WeChat tells that it has given the money back, or what else became of the refund. */
export function endRefund(
  merchant: TestMerchant,
  refund: TestRefund,
  now: Date,
  status?: RefundResult["refund"]["status"],
) {
  return applyRefundResult(merchant.merchantId, refundResult(merchant, refund, now, status), now);
}

/** A refund from asking to arriving; throws unless it was applied. */
export async function refundTestOrder(
  merchant: TestMerchant,
  order: TestOrder,
  wish: Wish,
  now: Date,
): Promise<TestRefund> {
  const refund = await startRefund(merchant, order, wish, now);
  const { outcome } = await endRefund(merchant, refund, now);
  if (outcome !== "applied") throw new Error(`refund not applied: ${outcome}`);
  return refund;
}
