import { createPublicKey, type KeyObject, verify } from "node:crypto";

export type WechatpayKey = { wechatpayPublicKeyId: string; wechatpayPublicKeyPem: string };

export type SignatureFault =
  | "signature_missing"
  | "signature_probe"
  | "unknown_serial"
  | "stale_timestamp"
  | "bad_signature";

/** WeChat Pay's own limit for the age of a signature, in both directions. */
const maxSkewMs = 5 * 60_000;

/** WeChat sends these wrong signatures on purpose, to see whether merchants verify. */
const probePrefix = "WECHATPAY/SIGNTEST/";

const keys = new Map<string, KeyObject>();

function publicKey(pem: string): KeyObject {
  const known = keys.get(pem);
  if (known) return known;
  if (keys.size >= 100) keys.clear();
  const key = createPublicKey(pem);
  keys.set(pem, key);
  return key;
}

/** @returns what is wrong with the signature of an answer or notification, or null when it holds */
export function findSignatureFault(
  key: WechatpayKey,
  message: { headers: Headers; rawBody: Uint8Array; now: Date },
): SignatureFault | null {
  const header = (name: string) => message.headers.get(`wechatpay-${name}`) ?? "";
  const signature = header("signature");
  const timestamp = header("timestamp");
  const nonce = header("nonce");
  if (signature === "" || nonce === "" || !/^\d{1,12}$/.test(timestamp)) return "signature_missing";
  if (signature.startsWith(probePrefix)) return "signature_probe";
  if (header("serial") !== key.wechatpayPublicKeyId) return "unknown_serial";
  const skewMs = message.now.getTime() - Number(timestamp) * 1000;
  if (Math.abs(skewMs) > maxSkewMs) return "stale_timestamp";
  return signatureHolds(key, `${timestamp}\n${nonce}\n`, message.rawBody, signature)
    ? null
    : "bad_signature";
}

/** Over the raw bytes: a body that was parsed and written again is another body. */
function signatureHolds(
  key: WechatpayKey,
  head: string,
  rawBody: Uint8Array,
  signature: string,
): boolean {
  // Buffer.from skips what is no base64; only the one true spelling of the bytes may pass.
  const bytes = Buffer.from(signature, "base64");
  if (bytes.toString("base64") !== signature) return false;
  const text = Buffer.concat([Buffer.from(head), rawBody, Buffer.from("\n")]);
  return verify("sha256", text, publicKey(key.wechatpayPublicKeyPem), bytes);
}
