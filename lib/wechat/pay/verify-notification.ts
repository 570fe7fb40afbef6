import { createDecipheriv } from "node:crypto";
import { z } from "zod";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import { findSignatureFault, type SignatureFault } from "@/lib/wechat/pay/verify-signature";

const envelopeSchema = z.object({
  id: z.string().min(1).max(64),
  event_type: z.string().max(64),
  resource: z.object({
    algorithm: z.literal("AEAD_AES_256_GCM"),
    original_type: z.string(),
    ciphertext: z.string(),
    associated_data: z.string().default(""),
    nonce: z.string(),
  }),
});

export type VerifiedNotification = {
  /** WeChat's id of the event: the same on every repetition. */
  eventId: string;
  eventType: string;
  /** "transaction" or "refund". */
  originalType: string;
  /** The decrypted content, not yet validated. */
  resource: unknown;
};

export type NotificationFault = SignatureFault | "bad_envelope" | "bad_ciphertext";

const tagBytes = 16;

/**
 * Verifies first, on the raw bytes, and decrypts only what WeChat has signed.
 * The key is the merchant's of the host that was called: another merchant's notification fails here.
 */
export function verifyNotification(
  rawBody: Uint8Array,
  headers: Headers,
  credentials: WechatCredentials,
  now: Date,
): { ok: true; notification: VerifiedNotification } | { ok: false; reason: NotificationFault } {
  const fault = findSignatureFault(credentials, { headers, rawBody, now });
  if (fault) return { ok: false, reason: fault };
  const envelope = envelopeSchema.safeParse(parseJson(rawBody));
  if (!envelope.success) return { ok: false, reason: "bad_envelope" };
  const { id, event_type, resource } = envelope.data;
  const plain = decrypt(resource, credentials.apiV3Key);
  if (plain === null) return { ok: false, reason: "bad_ciphertext" };
  return {
    ok: true,
    notification: {
      eventId: id,
      eventType: event_type,
      originalType: resource.original_type,
      resource: plain,
    },
  };
}

/** AES-256-GCM with the tag at the end of the ciphertext; null when it was altered or is no JSON. */
function decrypt(
  resource: { ciphertext: string; associated_data: string; nonce: string },
  apiV3Key: string,
): unknown {
  const bytes = Buffer.from(resource.ciphertext, "base64");
  if (bytes.length <= tagBytes || Buffer.byteLength(resource.nonce) !== 12) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", apiV3Key, resource.nonce);
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    decipher.setAAD(Buffer.from(resource.associated_data));
    const plain = Buffer.concat([decipher.update(bytes.subarray(0, -tagBytes)), decipher.final()]);
    return JSON.parse(plain.toString("utf8"));
  } catch {
    return null;
  }
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(rawBody));
  } catch {
    return null;
  }
}
