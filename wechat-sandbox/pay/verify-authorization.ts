import type { SandboxAccount } from "../account";
import { verifyRsaSha256 } from "../crypto/rsa-signature";
import type { SandboxRequest } from "../http/sandbox-request";
import { accountByMchId, type SandboxContext } from "../sandbox-context";
import { PayRefusal } from "./pay-refusal";

const SCHEMA = "WECHATPAY2-SHA256-RSA2048";
const MAX_SKEW_SECONDS = 300;
const FIELDS = ["mchid", "nonce_str", "timestamp", "serial_no", "signature"] as const;
type AuthorizationFields = Record<(typeof FIELDS)[number], string>;

function refuse(message: string): never {
  throw new PayRefusal("SIGN_ERROR", message);
}

function parseAuthorization(header: string | undefined): AuthorizationFields {
  if (!header) refuse("Http头Authorization值为空，请检查");
  const [schema = "", ...rest] = header.split(" ");
  if (schema !== SCHEMA) refuse("Http头Authorization认证类型不正确");
  const pairs = new Map(
    [...rest.join(" ").matchAll(/(\w+)="([^"]*)"/g)].map(([, name, value]) => [name, value]),
  );
  const field = (name: string) => pairs.get(name) || refuse("Http头Authorization值格式错误");
  return {
    mchid: field("mchid"),
    nonce_str: field("nonce_str"),
    timestamp: field("timestamp"),
    serial_no: field("serial_no"),
    signature: field("signature"),
  };
}

function refuseSignature(request: SandboxRequest, message: Buffer, length: number): never {
  throw new PayRefusal("SIGN_ERROR", "错误的签名，验签失败", {
    detail: { issue: "sign not match" },
    field: "signature",
    location: "authorization",
    sign_information: {
      method: request.method,
      sign_message_length: length,
      truncated_sign_message: message.toString("utf8"),
      url: request.target,
    },
  });
}

/**
 * Who sent this request: checks mchid, certificate serial, clock skew (5 minutes) and the signature
 * over the exact bytes received. Throws PayRefusal SIGN_ERROR (401) otherwise. Rule: wechat.md 4.1.
 */
export function verifyAuthorization(
  context: SandboxContext,
  request: SandboxRequest,
): SandboxAccount {
  const fields = parseAuthorization(request.headers.authorization);
  const account = accountByMchId(context, fields.mchid);
  if (!account) refuse("商户未申请过证书");
  if (fields.serial_no !== account.merchantSerialNo) refuse("商户证书序列号有误");
  if (!/^\d{1,12}$/.test(fields.timestamp)) refuse("Http头Authorization值格式错误");
  const skewSeconds = Math.abs(context.now() / 1000 - Number(fields.timestamp));
  if (skewSeconds > MAX_SKEW_SECONDS) {
    refuse("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟");
  }
  if (fields.nonce_str.length > 32) refuse("Http头Authorization值格式错误");
  const head = Buffer.from(
    `${request.method}\n${request.target}\n${fields.timestamp}\n${fields.nonce_str}\n`,
  );
  const message = Buffer.concat([head, request.rawBody, Buffer.from("\n")]);
  if (!verifyRsaSha256(message, fields.signature, account.merchantPublicKeyPem)) {
    // WeChat shows the first bytes of the body only.
    refuseSignature(request, message.subarray(0, head.length + 8), message.length);
  }
  return account;
}
