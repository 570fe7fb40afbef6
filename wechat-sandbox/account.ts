import { z } from "zod";

/**
 * WeChat's side of one merchant: an official account and a payment merchant that belong together.
 * It holds the private halves that only WeChat has, and the public half of the merchant's key.
 */
export const sandboxAccountSchema = z.strictObject({
  name: z.string().min(1),
  appId: z.string().regex(/^wx[0-9a-f]{16}$/),
  appSecret: z.string().regex(/^[0-9a-f]{32}$/),
  /** 网页授权域名: compared whole, without port. */
  oauthDomains: z.array(z.string()).min(1),
  /** JS接口安全域名: at most five, a parent domain covers its subdomains. */
  jsDomains: z.array(z.string()).min(1).max(5),
  /** 支付授权目录: at most five, `host[:port]/path/`; without a port every port is meant. */
  payDirectories: z.array(z.string().endsWith("/")).min(1).max(5),
  /** Whether the account is bound to an Open Platform account, without which no unionid exists. */
  openPlatform: z.boolean(),
  mchId: z.string().regex(/^\d{8,32}$/),
  merchantSerialNo: z.string().regex(/^[0-9A-F]{40}$/),
  merchantPublicKeyPem: z.string(),
  apiV3Key: z.string().length(32),
  platformPrivateKeyPem: z.string(),
  wechatpayPublicKeyId: z.string().startsWith("PUB_KEY_ID_"),
});
export type SandboxAccount = z.infer<typeof sandboxAccountSchema>;

/** What the merchant types into the dashboard. Nothing here tells a real account from this one. */
export interface ApplicationAccount {
  appId: string;
  appSecret: string;
  mchId: string;
  merchantSerialNo: string;
  merchantPrivateKeyPem: string;
  /** 32 characters, chosen by the merchant. */
  apiV3Key: string;
  wechatpayPublicKeyId: string;
  wechatpayPublicKeyPem: string;
}

/** The content of `accounts.json` in the sandbox's data directory. */
export const accountsFileSchema = z.array(sandboxAccountSchema);
