import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { askWechat } from "@/lib/wechat/ask-wechat";

const profileSchema = z.object({
  openid: z.string().min(1),
  nickname: z.string(),
  headimgurl: z.string(),
  unionid: z.string().min(1).optional(),
});

export type WechatProfile =
  | { ok: true; nickname: string; avatarUrl: string; wechatUnionId: string | null }
  | { ok: false; reason: "snapshot_user" };

/**
 * Nickname and portrait, after the person agreed. 48001 is what a snapshot page's virtual user gets,
 * and the only sign of one when `is_snapshotuser` is missing (wechat.md 1.3, 1.4).
 * @throws AppError("wechat_unavailable")
 */
export async function fetchProfile(input: {
  accessToken: string;
  wechatOpenId: string;
}): Promise<WechatProfile> {
  const url = new URL(`${env().WECHAT_API_URL}/sns/userinfo`);
  url.searchParams.set("access_token", input.accessToken);
  url.searchParams.set("openid", input.wechatOpenId);
  url.searchParams.set("lang", "zh_CN");
  const result = await askWechat(url, profileSchema);
  if (!result.ok) {
    if (result.errcode === 48001) return { ok: false, reason: "snapshot_user" };
    throw new AppError("wechat_unavailable", `profile refused with ${result.errcode}`);
  }
  const { nickname, headimgurl, unionid } = result.answer;
  return {
    ok: true,
    nickname: [...nickname].slice(0, 32).join(""),
    avatarUrl: headimgurl,
    wechatUnionId: unionid ?? null,
  };
}
