import { recordAudit } from "@/features/audit/commands/record-audit";
import type { CustomerScope } from "@/features/customers/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * A customer takes an own review back, whatever staff decided: its words and the answer to them are
 * gone, and its stars do not count any more. The line cannot be reviewed again. What is not there, not
 * theirs or withdrawn already is `not_found`.
 */
export async function withdrawReview(
  { merchantId, customerId }: Pick<CustomerScope, "merchantId" | "customerId">,
  { orderNo, lineNo }: { orderNo: string; lineNo: number },
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" }> {
  return inMerchant(merchantId, async (tx) => {
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
      select: { id: true },
    });
    if (!order) return { ok: false, reason: "not_found" };
    const [review] = await tx.review.updateManyAndReturn({
      where: { merchantId, orderId: order.id, lineNo, state: { not: "withdrawn" } },
      data: {
        state: "withdrawn",
        content: "",
        hideReason: "",
        answer: "",
        answeredAt: null,
        changedAt: now,
      },
      select: { id: true },
    });
    if (!review) return { ok: false, reason: "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "customer", id: customerId },
      action: "review.withdraw",
      objectKind: "review",
      objectId: review.id,
      now,
    });
    return { ok: true };
  });
}
