import { createPrivateKey, type KeyObject, randomBytes, sign } from "node:crypto";

export type MerchantSigner = {
  mchId: string;
  merchantSerialNo: string;
  merchantPrivateKeyPem: string;
};

const keys = new Map<string, KeyObject>();

/** Parsing a PEM costs as much as a signature: the parsed key is kept, the map bounded. */
function privateKey(pem: string): KeyObject {
  const known = keys.get(pem);
  if (known) return known;
  if (keys.size >= 100) keys.clear();
  const key = createPrivateKey(pem);
  keys.set(pem, key);
  return key;
}

/** SHA256withRSA over the text, base64: how a merchant signs everything for WeChat Pay. */
export function signWithMerchantKey(text: string, privateKeyPem: string): string {
  return sign("sha256", Buffer.from(text), privateKey(privateKeyPem)).toString("base64");
}

/** A nonce of 32 hexadecimal digits. */
export function newNonce(): string {
  return randomBytes(16).toString("hex");
}

/**
 * The Authorization header of a WeChat Pay v3 request. `body` must be exactly the text that is sent,
 * "" for GET; `target` is path and query as sent. Rule: five lines, each ended by a line feed.
 */
export function authorizationHeader(
  signer: MerchantSigner,
  request: { method: "GET" | "POST"; target: string; body: string; nonce: string; now: Date },
): string {
  const { method, target, body, nonce } = request;
  const timestamp = Math.floor(request.now.getTime() / 1000).toString();
  const message = `${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`;
  const signature = signWithMerchantKey(message, signer.merchantPrivateKeyPem);
  const fields = [
    `mchid="${signer.mchId}"`,
    `nonce_str="${nonce}"`,
    `timestamp="${timestamp}"`,
    `serial_no="${signer.merchantSerialNo}"`,
    `signature="${signature}"`,
  ];
  return `WECHATPAY2-SHA256-RSA2048 ${fields.join(",")}`;
}
