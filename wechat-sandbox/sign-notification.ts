import type { SandboxAccount } from "./account";
import { toBeijingRfc3339 } from "./beijing-time";
import { encryptAead } from "./crypto/aead-aes-256-gcm";
import { type RandomBytes, randomHex, randomText } from "./crypto/random-text";
import { signRsaSha256 } from "./crypto/rsa-signature";
import {
  type NotificationEnvelope,
  type NotificationResource,
  notificationEnvelopeSchema,
  paymentResourceSchema,
  refundResourceSchema,
  transferResourceSchema,
} from "./schemas/notification";

/** The part of an account that signs and encrypts. */
type NotificationSigner = Pick<
  SandboxAccount,
  "apiV3Key" | "platformPrivateKeyPem" | "wechatpayPublicKeyId"
>;

interface NotificationToSign {
  account: NotificationSigner;
  resource: NotificationResource;
  /** Goes into Wechatpay-Timestamp and, unless `createdAtMs` is given, into create_time. */
  nowSeconds: number;
  random: RandomBytes;
  /** Kept over retries: WeChat repeats a notification under the same id. */
  id?: string;
  createdAtMs?: number;
}

export interface SignedNotification {
  /** The exact bytes to send; the signature covers these and no re-serialisation of them. */
  body: string;
  headers: Record<string, string>;
}

const REFUND_SUMMARY = { SUCCESS: "退款成功", ABNORMAL: "退款异常", CLOSED: "退款关闭" } as const;

function describe(resource: NotificationResource) {
  if ("out_bill_no" in resource) {
    return {
      plain: transferResourceSchema.parse(resource),
      originalType: "mch_payment" as const,
      eventType: "MCHTRANSFER.BILL.FINISHED" as const,
      summary: "商家转账单据终态通知",
    };
  }
  if ("refund_status" in resource) {
    return {
      plain: refundResourceSchema.parse(resource),
      originalType: "refund" as const,
      eventType: `REFUND.${resource.refund_status}` as const,
      summary: REFUND_SUMMARY[resource.refund_status],
    };
  }
  return {
    plain: paymentResourceSchema.parse(resource),
    originalType: "transaction" as const,
    eventType: "TRANSACTION.SUCCESS" as const,
    summary: "支付成功",
  };
}

/** Wechatpay-* headers over `body`, as WeChat signs answers and notifications alike. */
export function signatureHeaders(
  account: Pick<NotificationSigner, "platformPrivateKeyPem" | "wechatpayPublicKeyId">,
  body: string | Uint8Array,
  nowSeconds: number,
  random: RandomBytes,
): Record<string, string> {
  const timestamp = String(nowSeconds);
  const nonce = randomText(random, 32);
  const message = Buffer.concat([
    Buffer.from(`${timestamp}\n${nonce}\n`),
    Buffer.from(body),
    Buffer.from("\n"),
  ]);
  return {
    "Wechatpay-Serial": account.wechatpayPublicKeyId,
    "Wechatpay-Timestamp": timestamp,
    "Wechatpay-Nonce": nonce,
    "Wechatpay-Signature": signRsaSha256(message, account.platformPrivateKeyPem),
    "Wechatpay-Signature-Type": "WECHATPAY2-SHA256-RSA2048",
  };
}

/**
 * A payment, refund or transfer notification as WeChat sends it: the resource encrypted with the APIv3 key,
 * the body signed with the platform key. Pure: needs no server and no clock. Throws when the
 * resource is not one that WeChat would send.
 */
export function signNotification(input: NotificationToSign): SignedNotification {
  const { account, random, nowSeconds } = input;
  const { plain, originalType, eventType, summary } = describe(input.resource);
  const nonce = randomText(random, 12);
  const envelope: NotificationEnvelope = notificationEnvelopeSchema.parse({
    id: input.id ?? notificationId(random),
    create_time: toBeijingRfc3339(input.createdAtMs ?? nowSeconds * 1000),
    resource_type: "encrypt-resource",
    event_type: eventType,
    summary,
    resource: {
      original_type: originalType,
      algorithm: "AEAD_AES_256_GCM",
      ciphertext: encryptAead(JSON.stringify(plain), account.apiV3Key, nonce, originalType),
      associated_data: originalType,
      nonce,
    },
  });
  const body = JSON.stringify(envelope);
  const headers = {
    "Content-Type": "application/json",
    Accept: "*/*",
    "User-Agent": "Mozilla/4.0",
    ...signatureHeaders(account, body, nowSeconds, random),
  };
  return { body, headers };
}

/** An id in the shape of WeChat's: a UUID. */
export function notificationId(random: RandomBytes): string {
  const hex = randomHex(random, 16);
  return [8, 12, 16, 20, 32]
    .map((end, index, ends) => hex.slice(ends[index - 1] ?? 0, end))
    .join("-");
}
