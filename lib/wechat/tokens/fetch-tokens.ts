import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { askWechat } from "@/lib/wechat/ask-wechat";

const tokenSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
});
const ticketSchema = z.object({ ticket: z.string().min(1), expires_in: z.number().positive() });

export type FetchedToken = { value: string; expiresInMs: number };

/**
 * The account's access token in normal mode: repeats give the same one, so that two processes asking
 * at once do no harm. @throws AppError("wechat_unavailable")
 */
export async function fetchAccessToken(input: {
  appId: string;
  appSecret: string;
}): Promise<FetchedToken> {
  const url = new URL(`${env().WECHAT_API_URL}/cgi-bin/stable_token`);
  const result = await askWechat(url, tokenSchema, {
    grant_type: "client_credential",
    appid: input.appId,
    secret: input.appSecret,
    force_refresh: false,
  });
  if (!result.ok) throw refused("stable_token", result.errcode);
  return { value: result.answer.access_token, expiresInMs: result.answer.expires_in * 1000 };
}

/**
 * The ticket with which pages are signed.
 * @returns null when the access token is no longer good (40001, 42001) and must be fetched anew
 * @throws AppError("wechat_unavailable")
 */
export async function fetchJsapiTicket(accessToken: string): Promise<FetchedToken | null> {
  const url = new URL(`${env().WECHAT_API_URL}/cgi-bin/ticket/getticket`);
  url.searchParams.set("access_token", accessToken);
  url.searchParams.set("type", "jsapi");
  const result = await askWechat(url, ticketSchema);
  if (result.ok) {
    return { value: result.answer.ticket, expiresInMs: result.answer.expires_in * 1000 };
  }
  if (result.errcode === 40001 || result.errcode === 42001) return null;
  throw refused("getticket", result.errcode);
}

function refused(call: string, errcode: number): AppError {
  return new AppError("wechat_unavailable", `${call} refused with ${errcode}`);
}
