import { createHash } from "node:crypto";
import { applyRefundResult } from "@/features/refunds/commands/apply-refund-result";
import type { RefundOutcome } from "@/features/refunds/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { refundNoticeSchema } from "@/lib/wechat/pay/refund";
import { type NotificationFault, verifyNotification } from "@/lib/wechat/pay/verify-notification";

/** A refund notification: verified, decrypted, applied, in this order, as payment notifications are. */
export async function receiveRefundNotification(call: {
  merchantId: AuthorizedMerchantId;
  rawBody: Uint8Array;
  headers: Headers;
  now: Date;
}): Promise<
  | ({ ok: true } & RefundOutcome)
  | { ok: false; reason: NotificationFault | "not_set_up" | "unexpected_content" }
> {
  const { merchantId, rawBody, headers, now } = call;
  const credentials = await currentWechatCredentials(merchantId, now);
  if (!credentials) return { ok: false, reason: "not_set_up" };
  const verified = verifyNotification(rawBody, headers, credentials, now);
  if (!verified.ok) return verified;
  const { eventId, originalType, resource } = verified.notification;
  const notice = refundNoticeSchema.safeParse(resource);
  if (originalType !== "refund" || !notice.success) {
    return { ok: false, reason: "unexpected_content" };
  }
  const bodySha256 = createHash("sha256").update(rawBody).digest("hex");
  const result = { eventId, bodySha256, ...notice.data };
  return { ok: true, ...(await applyRefundResult(merchantId, result, now)) };
}
