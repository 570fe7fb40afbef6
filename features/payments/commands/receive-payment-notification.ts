import { createHash } from "node:crypto";
import { applyPaymentResult } from "@/features/payments/commands/apply-payment-result";
import type { PaymentOutcome } from "@/features/payments/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { transactionSchema } from "@/lib/wechat/pay/transaction";
import { type NotificationFault, verifyNotification } from "@/lib/wechat/pay/verify-notification";

export type ReceivedNotification<Outcome> =
  | ({ ok: true } & Outcome)
  | { ok: false; reason: NotificationFault | "not_set_up" | "unexpected_content" };

/**
 * A payment notification, verified on its raw bytes with the key of the merchant whose host was called,
 * then decrypted, then applied. Not ok means: answer 4xx, nothing was looked at any further.
 */
export async function receivePaymentNotification(call: {
  merchantId: AuthorizedMerchantId;
  rawBody: Uint8Array;
  headers: Headers;
  now: Date;
}): Promise<ReceivedNotification<PaymentOutcome>> {
  const { merchantId, rawBody, headers, now } = call;
  const credentials = await currentWechatCredentials(merchantId, now);
  if (!credentials) return { ok: false, reason: "not_set_up" };
  const verified = verifyNotification(rawBody, headers, credentials, now);
  if (!verified.ok) return verified;
  const { eventId, originalType, resource } = verified.notification;
  const transaction = transactionSchema.safeParse(resource);
  if (originalType !== "transaction" || !transaction.success) {
    return { ok: false, reason: "unexpected_content" };
  }
  const bodySha256 = createHash("sha256").update(rawBody).digest("hex");
  const result = { eventId, bodySha256, transaction: transaction.data };
  return { ok: true, ...(await applyPaymentResult(merchantId, result, now)) };
}
