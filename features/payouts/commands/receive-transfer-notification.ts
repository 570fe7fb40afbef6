import { createHash } from "node:crypto";
import {
  applyTransferResult,
  type TransferOutcome,
} from "@/features/payouts/commands/apply-transfer-result";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { currentWechatCredentials } from "@/lib/wechat/credentials";
import { transferNoticeSchema } from "@/lib/wechat/pay/transfer";
import { type NotificationFault, verifyNotification } from "@/lib/wechat/pay/verify-notification";

/** A transfer notification: verified, decrypted, applied, in this order, as payment notifications are. */
export async function receiveTransferNotification(call: {
  merchantId: AuthorizedMerchantId;
  rawBody: Uint8Array;
  headers: Headers;
  now: Date;
}): Promise<
  | ({ ok: true } & TransferOutcome)
  | { ok: false; reason: NotificationFault | "not_set_up" | "unexpected_content" }
> {
  const { merchantId, rawBody, headers, now } = call;
  const credentials = await currentWechatCredentials(merchantId, now);
  if (!credentials) return { ok: false, reason: "not_set_up" };
  const verified = verifyNotification(rawBody, headers, credentials, now);
  if (!verified.ok) return verified;
  const { eventId, originalType, resource } = verified.notification;
  const notice = transferNoticeSchema.safeParse(resource);
  if (originalType !== "mch_payment" || !notice.success) {
    return { ok: false, reason: "unexpected_content" };
  }
  const bodySha256 = createHash("sha256").update(rawBody).digest("hex");
  const result = { eventId, bodySha256, transfer: notice.data };
  return { ok: true, ...(await applyTransferResult(merchantId, result, now)) };
}
