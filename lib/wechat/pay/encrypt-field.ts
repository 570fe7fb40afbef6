import { constants, createPublicKey, type KeyObject, publicEncrypt } from "node:crypto";

const keys = new Map<string, KeyObject>();

function publicKey(pem: string): KeyObject {
  const known = keys.get(pem);
  if (known) return known;
  if (keys.size >= 100) keys.clear();
  const key = createPublicKey(pem);
  keys.set(pem, key);
  return key;
}

/**
 * A sensitive field as WeChat Pay wants it: RSA-OAEP (SHA-1) with WeChat Pay's public key, base64. The
 * Wechatpay-Serial header of the request says which key it was.
 */
export function encryptField(plain: string, wechatpayPublicKeyPem: string): string {
  const key = publicKey(wechatpayPublicKeyPem);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  return publicEncrypt({ key, padding, oaepHash: "sha1" }, Buffer.from(plain)).toString("base64");
}
