import { failHistoryImport } from "@/features/history/commands/fail-history-import";
import { runHistoryImport } from "@/features/history/commands/run-history-import";
import { failProductImport } from "@/features/imports/commands/fail-product-import";
import { runProductImport } from "@/features/imports/commands/run-product-import";
import { closePaymentAtWechat } from "@/features/payments/commands/close-payment-at-wechat";
import { sendRefund } from "@/features/refunds/commands/send-refund";
import { systemClock } from "@/lib/clock/now";
import type { OutboxHandlers } from "@/lib/jobs/relay-outbox";
import { log } from "@/lib/log/log";

/** Who does which outbox job. */
export const outboxHandlers: OutboxHandlers = {
  "payment.close_at_wechat": async ({ merchantId, payload }, now) =>
    expectOk(await closePaymentAtWechat(merchantId, payload.paymentId ?? "", now)),
  "refund.send_to_wechat": async ({ merchantId, payload }, now) =>
    expectOk(await sendRefund(merchantId, payload.refundId ?? "", now)),
  "product_import.run": async ({ merchantId, payload, attempts }, now) => {
    const { importId = "" } = payload;
    const run = { now, limit: importBatch };
    try {
      while ((await runProductImport(merchantId, importId, run)).taken > 0);
    } catch (error) {
      if (attempts < importAttempts) throw error;
      log.error({ err: error, merchantId, importId }, "import given up");
      await failProductImport(merchantId, importId, now);
    }
  },
  "history_import.run": async ({ merchantId, payload, attempts }, now) => {
    const { importId = "" } = payload;
    try {
      const ran = await runHistoryImport(merchantId, importId, systemClock);
      if (ran.ok || ran.reason === "ended") return;
      await failHistoryImport(merchantId, { importId, failure: ran.reason }, now);
    } catch (error) {
      if (attempts < importAttempts) throw error;
      log.error({ err: error, merchantId, importId }, "import given up");
      await failHistoryImport(merchantId, { importId, failure: "gave_up" }, now);
    }
  },
};

/** Some two minutes of trying: a database that was restarted is back by then. */
const importAttempts = 7;

/** Lines per transaction: short enough that orders never wait long for a SKU. */
const importBatch = 100;

/** An expected "not now" is tried again like a failure. */
function expectOk(result: { ok: boolean; reason?: string }): void {
  if (!result.ok) throw new Error(result.reason ?? "refused");
}
