import {
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  sign as signBytes,
  verify,
} from "node:crypto";

// Parsing a PEM costs more than the signature itself, and a process knows only a few keys.
const privateKeys = new Map<string, KeyObject>();
const publicKeys = new Map<string, KeyObject>();

function parsed(
  cache: Map<string, KeyObject>,
  pem: string,
  parse: (pem: string) => KeyObject,
): KeyObject {
  const known = cache.get(pem);
  if (known) return known;
  const key = parse(pem);
  cache.set(pem, key);
  return key;
}

/** SHA256withRSA over `message`, base64, as both directions of WeChat Pay v3 use it. */
export function signRsaSha256(message: string | Uint8Array, privateKeyPem: string): string {
  const key = parsed(privateKeys, privateKeyPem, createPrivateKey);
  return signBytes("sha256", Buffer.from(message), key).toString("base64");
}

/** Whether `signature` (base64) over `message` was made with the private half of `publicKeyPem`. */
export function verifyRsaSha256(
  message: string | Uint8Array,
  signature: string,
  publicKeyPem: string,
): boolean {
  const key = parsed(publicKeys, publicKeyPem, createPublicKey);
  return verify("sha256", Buffer.from(message), key, Buffer.from(signature, "base64"));
}
