import { z } from "zod";
import { AppError } from "@/lib/errors/app-error";

/** WeChat answers within tens of milliseconds; whoever waits longer is better told so. */
const timeoutMs = 5_000;
const maxAnswerBytes = 100_000;

const refusalSchema = z.object({ errcode: z.number().int(), errmsg: z.string().optional() });

export type WechatAnswer<T> = { ok: true; answer: T } | { ok: false; errcode: number };

/**
 * One call to the official-account API. Its refusals come with status 200 and an `errcode`, its JSON
 * as text/plain (wechat.md 1.3), so neither status nor content type decides.
 * @throws AppError("wechat_unavailable") when no answer came or it is not what the API promises
 */
export async function askWechat<T>(
  url: URL,
  schema: z.ZodType<T>,
  body?: Record<string, unknown>,
): Promise<WechatAnswer<T>> {
  const json = await fetchJson(url, body);
  const refusal = refusalSchema.safeParse(json);
  if (refusal.success && refusal.data.errcode !== 0) {
    return { ok: false, errcode: refusal.data.errcode };
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return { ok: true, answer: parsed.data };
  throw new AppError("wechat_unavailable", `unexpected answer of ${url.pathname}`);
}

async function fetchJson(url: URL, body?: Record<string, unknown>): Promise<unknown> {
  try {
    const answer = await fetch(url, {
      method: body ? "POST" : "GET",
      ...(body ? { body: JSON.stringify(body) } : {}),
      headers: { accept: "application/json", "user-agent": "Renhe" },
      signal: AbortSignal.timeout(timeoutMs),
      redirect: "error",
    });
    const text = await answer.text();
    if (text.length > maxAnswerBytes) throw new Error("answer too long");
    return JSON.parse(text);
  } catch (cause) {
    // The address holds secrets and codes: only its path may be told.
    throw new AppError("wechat_unavailable", `no answer from ${url.pathname}`, { cause });
  }
}
