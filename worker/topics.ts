import { closePaymentAtWechat } from "@/features/payments/commands/close-payment-at-wechat";
import type { OutboxHandlers } from "@/lib/jobs/relay-outbox";

/** Who does which outbox job. */
export const outboxHandlers: OutboxHandlers = {
  "payment.close_at_wechat": async ({ merchantId, payload }, now) =>
    expectOk(await closePaymentAtWechat(merchantId, payload.paymentId ?? "", now)),
};

/** An expected "not now" is tried again like a failure. */
function expectOk(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(result.reason ?? "refused");
}
