import { createCipheriv, createDecipheriv } from "node:crypto";

const TAG_BYTES = 16;

/**
 * AEAD_AES_256_GCM as WeChat Pay writes it: base64 of ciphertext followed by the 16-byte tag.
 * `apiV3Key` has 32 bytes, `nonce` 12.
 */
export function encryptAead(
  plaintext: string,
  apiV3Key: string,
  nonce: string,
  associatedData: string,
): string {
  const cipher = createCipheriv("aes-256-gcm", apiV3Key, nonce);
  cipher.setAAD(Buffer.from(associatedData));
  const sealed = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
  return Buffer.concat([sealed, cipher.getAuthTag()]).toString("base64");
}

/** The inverse of `encryptAead`. Throws when key, nonce, associated data or any bit differs. */
export function decryptAead(
  ciphertext: string,
  apiV3Key: string,
  nonce: string,
  associatedData: string,
): string {
  const sealed = Buffer.from(ciphertext, "base64");
  if (sealed.length < TAG_BYTES) throw new Error("ciphertext is shorter than its tag");
  const decipher = createDecipheriv("aes-256-gcm", apiV3Key, nonce);
  decipher.setAAD(Buffer.from(associatedData));
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const body = sealed.subarray(0, sealed.length - TAG_BYTES);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
}
