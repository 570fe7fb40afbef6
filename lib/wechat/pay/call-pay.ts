import type { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import { type PayFailure, payFailureOf } from "@/lib/wechat/pay/pay-failure";
import { authorizationHeader, newNonce } from "@/lib/wechat/pay/sign-request";
import { findSignatureFault } from "@/lib/wechat/pay/verify-signature";

export type PayAnswer<T> = { ok: true; answer: T } | { ok: false; reason: PayFailure };

type PayCall<T> = {
  credentials: WechatCredentials;
  method: "GET" | "POST";
  /** Path and query, variables already encoded. */
  target: string;
  /** Sent as JSON; left out for GET. */
  body?: unknown;
  /** What a 2xx answer must look like; null for an answer without a body. */
  answer: z.ZodType<T> | null;
  now: Date;
};

const timeoutMs = 8_000;

/** Answers that may be believed without a signature: WeChat cannot always sign them, and they change nothing. */
const believedUnsigned: readonly PayFailure[] = [
  "refused_signature",
  "refused_permission",
  "rate_limited",
];

/**
 * One signed call to WeChat Pay v3. Never throws for what happens outside: a timeout, a cut
 * connection, a 5xx, an answer whose signature or shape is wrong all come back as `unknown`.
 * It repeats nothing: the caller asks again with the same numbers.
 */
export async function callPay<T>(call: PayCall<T>): Promise<PayAnswer<T>> {
  const received = await send(call);
  if (!received) return failed(call, "unknown", "no answer");
  const { response, rawBody } = received;
  const fault = findSignatureFault(call.credentials, {
    headers: response.headers,
    rawBody,
    now: call.now,
  });
  const json = parseJson(rawBody);
  if (!response.ok) return refused(call, response, json, fault === null);
  if (fault) return failed(call, "unknown", fault);
  return accept(call, json);
}

async function send(
  call: PayCall<unknown>,
): Promise<{ response: Response; rawBody: Uint8Array } | null> {
  const { credentials, method, target, now } = call;
  const body = call.body === undefined ? "" : JSON.stringify(call.body);
  const headers = {
    Accept: "application/json",
    "User-Agent": "renhe",
    "Wechatpay-Serial": credentials.wechatpayPublicKeyId,
    Authorization: authorizationHeader(credentials, {
      method,
      target,
      body,
      nonce: newNonce(),
      now,
    }),
  };
  try {
    const response = await fetch(`${env().WECHAT_PAY_URL}${target}`, {
      method,
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: body === "" ? headers : { ...headers, "Content-Type": "application/json" },
      ...(body === "" ? {} : { body }),
    });
    return { response, rawBody: new Uint8Array(await response.arrayBuffer()) };
  } catch (error) {
    log.warn({ err: error, target: path(target) }, "WeChat Pay did not answer");
    return null;
  }
}

function refused<T>(
  call: PayCall<T>,
  response: Response,
  json: unknown,
  signed: boolean,
): PayAnswer<T> {
  const code = textField(json, "code");
  const requestId = response.headers.get("request-id") ?? "";
  const reason = payFailureOf({ status: response.status, code, requestId });
  const believed = signed || believedUnsigned.includes(reason);
  return failed(call, believed ? reason : "unknown", `${response.status} ${code}`);
}

function accept<T>(call: PayCall<T>, json: unknown): PayAnswer<T> {
  if (call.answer === null) return { ok: true, answer: undefined as T };
  const parsed = call.answer.safeParse(json);
  return parsed.success
    ? { ok: true, answer: parsed.data }
    : failed(call, "unknown", "answer of another shape");
}

function failed<T>(call: PayCall<T>, reason: PayFailure, detail: string): PayAnswer<T> {
  log.warn({ target: path(call.target), reason, detail }, "WeChat Pay call failed");
  return { ok: false, reason };
}

function path(target: string): string {
  return target.split("?")[0] ?? "";
}

function parseJson(rawBody: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(rawBody));
  } catch {
    return null;
  }
}

function textField(json: unknown, name: string): string {
  if (typeof json !== "object" || json === null) return "";
  const value: unknown = Reflect.get(json, name);
  return typeof value === "string" ? value : "";
}
