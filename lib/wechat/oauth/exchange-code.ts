import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { askWechat } from "@/lib/wechat/ask-wechat";

const answerSchema = z.object({
  access_token: z.string().min(1),
  openid: z.string().min(1),
  scope: z.string(),
  unionid: z.string().min(1).optional(),
  is_snapshotuser: z.number().optional(),
});

export type ExchangedCode =
  | { ok: true; wechatOpenId: string; wechatUnionId: string | null; accessToken: string }
  | { ok: false; reason: "code_spent" | "snapshot_user" };

/**
 * Redeems an OAuth code, which works once and for five minutes. The openid of a snapshot page is
 * virtual, so it does not leave this function (wechat.md 1.4).
 * @throws AppError("wechat_unavailable") when WeChat does not answer or refuses our own credentials
 */
export async function exchangeCode(input: {
  appId: string;
  appSecret: string;
  code: string;
}): Promise<ExchangedCode> {
  const url = new URL(`${env().WECHAT_API_URL}/sns/oauth2/access_token`);
  url.searchParams.set("appid", input.appId);
  url.searchParams.set("secret", input.appSecret);
  url.searchParams.set("code", input.code);
  url.searchParams.set("grant_type", "authorization_code");
  const result = await askWechat(url, answerSchema);
  if (!result.ok) {
    // 40163: used before, 40029: unknown or too old.
    if (result.errcode === 40163 || result.errcode === 40029) {
      return { ok: false, reason: "code_spent" };
    }
    throw new AppError("wechat_unavailable", `sign-in refused with ${result.errcode}`);
  }
  const { openid, unionid, access_token, is_snapshotuser } = result.answer;
  if (is_snapshotuser === 1) return { ok: false, reason: "snapshot_user" };
  return {
    ok: true,
    wechatOpenId: openid,
    wechatUnionId: unionid ?? null,
    accessToken: access_token,
  };
}
