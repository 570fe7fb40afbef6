import { countUnits } from "@/domain/orders/count-units";
import { lateRefundProgress } from "@/domain/orders/late-refund-progress";
import { nextStep } from "@/domain/orders/next-step";
import type { OrderState } from "@/domain/orders/order-state";
import { lineSelect } from "@/features/orders/queries/line-select";
import { toLineView } from "@/features/orders/queries/to-line-view";
import type { CustomerOrderSummary } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { belowCursor, readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 10;

/** A customer's own orders, newest first. @param question.cursor nextCursor of the page before */
export async function listCustomerOrders(
  tx: MerchantTx,
  question: {
    merchantId: string;
    customerId: string;
    state?: OrderState | undefined;
    cursor?: string | undefined;
    now: Date;
  },
): Promise<{ orders: CustomerOrderSummary[]; nextCursor: string | null }> {
  const { merchantId, customerId, state, now } = question;
  const rows = await tx.order.findMany({
    where: {
      merchantId,
      customerId,
      ...(state ? { state } : {}),
      ...belowCursor(readCursor(question.cursor)),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: pageSize + 1,
    select: {
      id: true,
      orderNo: true,
      state: true,
      createdAt: true,
      paymentDueAt: true,
      payableFen: true,
      lines: { orderBy: { lineNo: "asc" }, select: lineSelect },
      refunds: { where: { payment: { state: "late" } }, select: { state: true } },
    },
  });
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    orders: page.map(({ id: _id, lines, refunds, ...order }) => ({
      ...order,
      nextStep: nextStep({ ...order, lateRefund: lateRefundProgress(refunds), now }),
      quantity: countUnits(lines),
      lines: lines.map(toLineView),
    })),
    nextCursor: rows.length > pageSize && last ? writeCursor(last) : null,
  };
}
