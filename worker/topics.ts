import { runProductImport } from "@/features/imports/commands/run-product-import";
import { closePaymentAtWechat } from "@/features/payments/commands/close-payment-at-wechat";
import { sendRefund } from "@/features/refunds/commands/send-refund";
import type { OutboxHandlers } from "@/lib/jobs/relay-outbox";

/** Who does which outbox job. */
export const outboxHandlers: OutboxHandlers = {
  "payment.close_at_wechat": async ({ merchantId, payload }, now) =>
    expectOk(await closePaymentAtWechat(merchantId, payload.paymentId ?? "", now)),
  "refund.send_to_wechat": async ({ merchantId, payload }, now) =>
    expectOk(await sendRefund(merchantId, payload.refundId ?? "", now)),
  "product_import.run": async ({ merchantId, payload }, now) => {
    const run = { now, limit: importBatch };
    while ((await runProductImport(merchantId, payload.importId ?? "", run)).taken > 0);
  },
};

/** Lines per transaction: short enough that orders never wait long for a SKU. */
const importBatch = 100;

/** An expected "not now" is tried again like a failure. */
function expectOk(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(result.reason ?? "refused");
}
