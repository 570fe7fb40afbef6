import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const purposeKeys = new Map<string, Buffer>();

function keyFor(purpose: string): Buffer {
  const known = purposeKeys.get(purpose);
  if (known) return known;
  const master = Buffer.from(env().RENHE_SECRET, "hex");
  const key = Buffer.from(hkdfSync("sha256", master, "", `renhe:${purpose}`, 32));
  purposeKeys.set(purpose, key);
  return key;
}

/** Encrypts a secret for the database: AES-256-GCM, bound to `purpose` (so a value cannot be moved to another column). */
export function seal(plain: string, purpose: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), nonce);
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64");
}

/** The reverse of seal; throws when the value was altered, moved, or sealed by another installation. */
export function unseal(sealed: string, purpose: string): string {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

/** What the database keeps of a bearer token. */
export function hashToken(token: string): string {
  return createHmac("sha256", keyFor("token-hash")).update(token).digest("base64url");
}

/** A secret derived for another library (next-auth), hexadecimal. */
export function derivedSecret(purpose: string): string {
  return keyFor(purpose).toString("hex");
}
