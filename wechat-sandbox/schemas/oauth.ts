import { z } from "zod";

/** /sns/oauth2/access_token and refresh_token. */
export const oauthTokenAnswerSchema = z.strictObject({
  access_token: z.string().min(1),
  expires_in: z.literal(7200),
  refresh_token: z.string().min(1),
  openid: z.string().length(28),
  scope: z.enum(["snsapi_base", "snsapi_userinfo"]),
  is_snapshotuser: z.literal(1).optional(),
  unionid: z.string().optional(),
});

/** /sns/userinfo. WeChat has long stopped filling sex, language and region. */
export const userInfoAnswerSchema = z.strictObject({
  openid: z.string().length(28),
  nickname: z.string(),
  sex: z.literal(0),
  language: z.literal(""),
  city: z.literal(""),
  province: z.literal(""),
  country: z.literal(""),
  headimgurl: z.url(),
  privilege: z.array(z.string()),
  unionid: z.string().optional(),
});

/** POST /cgi-bin/stable_token */
export const stableTokenRequestSchema = z.object({
  grant_type: z.string().optional(),
  appid: z.string().optional(),
  secret: z.string().optional(),
  force_refresh: z.boolean().default(false),
});

export const stableTokenAnswerSchema = z.strictObject({
  access_token: z.string().min(1).max(512),
  expires_in: z.int().min(300).max(7200),
});

/** GET /cgi-bin/ticket/getticket */
export const ticketAnswerSchema = z.strictObject({
  errcode: z.literal(0),
  errmsg: z.literal("ok"),
  ticket: z.string().min(1),
  expires_in: z.int().positive().max(7200),
});

/** Every refusal of the official-account API. */
export const apiErrorSchema = z.strictObject({ errcode: z.int(), errmsg: z.string() });
