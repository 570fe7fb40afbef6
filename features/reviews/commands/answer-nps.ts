import { npsPauseFrom } from "@/domain/reviews/nps-pause";
import type { CustomerScope } from "@/features/customers/schema";
import type { AnswerNpsInput } from "@/features/reviews/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * A customer says how likely they are to recommend the shop, after an own order has arrived: once per
 * order, and at most once in 90 days. Answers of one customer take turns at the customer's row, so that
 * two orders at once are one answer.
 */
export async function answerNps(
  { merchantId, customerId }: Pick<CustomerScope, "merchantId" | "customerId">,
  orderNo: string,
  { score, content }: AnswerNpsInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "not_received" | "answered_lately" }> {
  return inMerchant(merchantId, async (tx) => {
    await tx.$queryRaw`select id from customer
      where merchant_id = ${merchantId}::uuid and id = ${customerId}::uuid for no key update`;
    const order = await tx.order.findUnique({
      where: { merchantId_orderNo: { merchantId, orderNo }, customerId },
      select: { id: true, state: true },
    });
    if (!order) return { ok: false, reason: "not_found" };
    if (order.state !== "received") return { ok: false, reason: "not_received" };
    const written = await tx.$executeRaw`
      insert into nps_answer (merchant_id, order_id, customer_id, score, content, created_at)
      select ${merchantId}::uuid, ${order.id}::uuid, ${customerId}::uuid, ${score}::int, ${content}::text,
        ${now}::timestamptz
      where not exists (select from nps_answer
        where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
          and created_at > ${npsPauseFrom(now)})
      on conflict do nothing`;
    return written === 1 ? { ok: true } : { ok: false, reason: "answered_lately" };
  });
}
