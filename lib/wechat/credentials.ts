import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { seal, unseal } from "@/lib/secrets/seal";

/** What a merchant's official account and payment account are proven with. Never logged, never sent out. */
export type WechatCredentials = {
  appId: string;
  appSecret: string;
  mchId: string;
  merchantSerialNo: string;
  merchantPrivateKeyPem: string;
  /** 32 bytes; decrypts what WeChat Pay sends. */
  apiV3Key: string;
  /** PUB_KEY_ID_…: public-key mode, the only one for new merchants. */
  wechatpayPublicKeyId: string;
  wechatpayPublicKeyPem: string;
};

type SealedColumns = {
  appId: string;
  appSecretSealed: string;
  mchId: string;
  merchantSerialNo: string;
  merchantPrivateKeySealed: string;
  apiV3KeySealed: string;
  wechatpayPublicKeyId: string;
  wechatpayPublicKeyPem: string;
};

/** Each column has a purpose of its own, so that a sealed value cannot be moved to another column or tenant. */
function purpose(merchantId: string, column: keyof WechatCredentials): string {
  return `merchant_wechat:${merchantId}:${column}`;
}

/** The columns of merchant_wechat for these credentials, secrets encrypted. */
export function sealWechatCredentials(
  merchantId: string,
  credentials: WechatCredentials,
): SealedColumns {
  const { appSecret, merchantPrivateKeyPem, apiV3Key, ...open } = credentials;
  return {
    appId: open.appId,
    mchId: open.mchId,
    merchantSerialNo: open.merchantSerialNo,
    wechatpayPublicKeyId: open.wechatpayPublicKeyId,
    wechatpayPublicKeyPem: open.wechatpayPublicKeyPem,
    appSecretSealed: seal(appSecret, purpose(merchantId, "appSecret")),
    merchantPrivateKeySealed: seal(
      merchantPrivateKeyPem,
      purpose(merchantId, "merchantPrivateKeyPem"),
    ),
    apiV3KeySealed: seal(apiV3Key, purpose(merchantId, "apiV3Key")),
  };
}

/** The merchant's credentials, decrypted; null while the merchant has not set up WeChat. */
export async function getWechatCredentials(
  tx: MerchantTx,
  merchantId: string,
): Promise<WechatCredentials | null> {
  const row = await tx.merchantWechat.findUnique({ where: { merchantId } });
  if (!row) return null;
  const { appId, mchId, merchantSerialNo, wechatpayPublicKeyId, wechatpayPublicKeyPem } = row;
  return {
    appId,
    mchId,
    merchantSerialNo,
    wechatpayPublicKeyId,
    wechatpayPublicKeyPem,
    appSecret: unseal(row.appSecretSealed, purpose(merchantId, "appSecret")),
    merchantPrivateKeyPem: unseal(
      row.merchantPrivateKeySealed,
      purpose(merchantId, "merchantPrivateKeyPem"),
    ),
    apiV3Key: unseal(row.apiV3KeySealed, purpose(merchantId, "apiV3Key")),
  };
}

/** How long a process goes on with credentials that were changed in the dashboard. */
const rememberedMs = 10_000;
const remembered = new Map<string, { credentials: WechatCredentials | null; untilMs: number }>();

/**
 * Like getWechatCredentials, outside a transaction and remembered for ten seconds: a flood of forged
 * notifications costs no database connection.
 */
export async function currentWechatCredentials(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<WechatCredentials | null> {
  const nowMs = now.getTime();
  const known = remembered.get(merchantId);
  if (known && nowMs < known.untilMs && nowMs >= known.untilMs - rememberedMs) {
    return known.credentials;
  }
  const credentials = await inMerchant(merchantId, (tx) => getWechatCredentials(tx, merchantId));
  remembered.set(merchantId, { credentials, untilMs: nowMs + rememberedMs });
  return credentials;
}
