import { constants, createPrivateKey, type KeyObject, privateDecrypt } from "node:crypto";

// Parsing a PEM costs more than a decryption, and a process knows only a few keys.
const keys = new Map<string, KeyObject>();

/**
 * What a merchant encrypted with the platform's public key (RSA-OAEP with SHA-1, base64), as
 * sensitive fields of WeChat Pay v3 are; null when it was not made for this key.
 */
export function decryptOaep(ciphertext: string, privateKeyPem: string): string | null {
  const key = keys.get(privateKeyPem) ?? createPrivateKey(privateKeyPem);
  keys.set(privateKeyPem, key);
  try {
    const bytes = Buffer.from(ciphertext, "base64");
    return privateDecrypt({ key, padding: constants.RSA_PKCS1_OAEP_PADDING }, bytes).toString(
      "utf8",
    );
  } catch {
    return null;
  }
}
