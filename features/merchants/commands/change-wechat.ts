import { setWechatCredentials } from "@/features/merchants/commands/set-wechat-credentials";
import type { WechatInput } from "@/features/merchants/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { getWechatCredentials } from "@/lib/wechat/credentials";

/** Keeps what was typed; secrets left empty stay what they were, and are needed where none are stored. */
export async function changeWechat(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: WechatInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "secret_missing" }> {
  const { merchantId } = staff;
  const present = await inMerchant(merchantId, (tx) => getWechatCredentials(tx, merchantId));
  const credentials = {
    ...input,
    appSecret: input.appSecret || present?.appSecret || "",
    merchantPrivateKeyPem: input.merchantPrivateKeyPem || present?.merchantPrivateKeyPem || "",
    apiV3Key: input.apiV3Key || present?.apiV3Key || "",
  };
  const { appSecret, merchantPrivateKeyPem, apiV3Key } = credentials;
  if (!appSecret || !merchantPrivateKeyPem || !apiV3Key)
    return { ok: false, reason: "secret_missing" };
  await setWechatCredentials(staff, credentials, now);
  return { ok: true };
}
