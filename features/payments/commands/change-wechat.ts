import { setWechatCredentials } from "@/features/merchants/commands/set-wechat-credentials";
import type { WechatInput } from "@/features/merchants/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { getWechatCredentials } from "@/lib/wechat/credentials";

/**
 * Keeps what was typed; secrets left empty stay what they were, and are needed where none are stored.
 * The password must have been given again: the account decides where customers' money goes.
 */
export async function changeWechat(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: WechatInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "secret_missing" | "step_up_needed" }> {
  const { merchantId, sessionId } = staff;
  const { isSteppedUp, present } = await inMerchant(merchantId, async (tx) => ({
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
    present: await getWechatCredentials(tx, merchantId),
  }));
  if (!isSteppedUp) return { ok: false, reason: "step_up_needed" };
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
