import { createHash, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { z } from "zod";
import { env } from "@/lib/env";
import { log } from "@/lib/log/log";
import type { WechatCredentials } from "@/lib/wechat/credentials";
import type { BillFault } from "@/lib/wechat/pay/bill-fault";
import { callPay } from "@/lib/wechat/pay/call-pay";
import type { PayFailure } from "@/lib/wechat/pay/pay-failure";
import { authorizationHeader, newNonce } from "@/lib/wechat/pay/sign-request";

export type BillKind = "trade" | "fund_flow";

export type FetchedBill =
  /** `content` is null where WeChat says that nothing happened on that day. */
  { ok: true; content: Uint8Array | null } | { ok: false; reason: BillFault };

/** Some 200,000 lines: what a bill may weigh packed and unpacked, so that memory stays bounded. */
const mostPackedBytes = 32_000_000;
const mostBytes = 96_000_000;
const timeoutMs = 60_000;

const answerSchema = z.object({
  hash_type: z.literal("SHA1"),
  hash_value: z.string().regex(/^[0-9a-f]{40}$/i),
  download_url: z.url(),
});

const unpack = promisify(gunzip);

/** Transfers are paid from the operating account (wechat.md 4.9). */
const targets: Record<BillKind, string> = {
  trade: "/v3/bill/tradebill?bill_type=ALL",
  fund_flow: "/v3/bill/fundflowbill?account_type=OPERATION",
};

const faults: Partial<Record<PayFailure, BillFault>> = {
  statement_creating: "not_ready",
  refused_parameters: "out_of_range",
  refused_signature: "refused",
  refused_permission: "refused",
};

/**
 * One day's bill, unpacked, its hash being the one that WeChat signed for. The file itself comes
 * without a signature, so only the hash makes it believed; the request for it is signed like any
 * other and goes nowhere but to WeChat Pay's own address. Repeats nothing and never throws for what
 * happens outside.
 * @param bill.day in Beijing, YYYY-MM-DD
 */
export async function fetchBill(
  credentials: WechatCredentials,
  bill: { kind: BillKind; day: string },
  now: Date,
): Promise<FetchedBill> {
  const asked = await callPay({
    credentials,
    method: "GET",
    target: `${targets[bill.kind]}&bill_date=${bill.day}&tar_type=GZIP`,
    answer: answerSchema,
    now,
  });
  if (!asked.ok && asked.reason === "no_statement") return { ok: true, content: null };
  if (!asked.ok) return { ok: false, reason: faults[asked.reason] ?? "unclear" };
  const address = new URL(asked.answer.download_url);
  if (address.origin !== new URL(env().WECHAT_PAY_URL).origin) {
    return { ok: false, reason: "foreign_address" };
  }
  const packed = await download(credentials, address, now);
  if (!packed.ok) return packed;
  return check(packed.bytes, asked.answer.hash_value);
}

type Downloaded = { ok: true; bytes: Uint8Array } | { ok: false; reason: BillFault };

async function download(
  credentials: WechatCredentials,
  address: URL,
  now: Date,
): Promise<Downloaded> {
  const target = `${address.pathname}${address.search}`;
  const request = { method: "GET" as const, target, body: "", nonce: newNonce(), now };
  try {
    const response = await fetch(address, {
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        "User-Agent": "renhe",
        Authorization: authorizationHeader(credentials, request),
      },
    });
    if (!response.ok || !response.body) return { ok: false, reason: "unclear" };
    return await readBounded(response.body);
  } catch (error) {
    // The address holds a token: only its path may be told.
    log.warn({ err: error, target: address.pathname }, "WeChat Pay's bill did not come");
    return { ok: false, reason: "unclear" };
  }
}

/** What is too large is never held, whatever Content-Length says. */
async function readBounded(body: ReadableStream<Uint8Array>): Promise<Downloaded> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > mostPackedBytes) return { ok: false, reason: "too_large" };
    chunks.push(chunk);
  }
  return { ok: true, bytes: Buffer.concat(chunks) };
}

/** The hash is over the unpacked file. */
async function check(packed: Uint8Array, hash: string): Promise<FetchedBill> {
  try {
    const content = await unpack(packed, { maxOutputLength: mostBytes });
    const found = createHash("sha1").update(content).digest();
    return timingSafeEqual(found, Buffer.from(hash, "hex"))
      ? { ok: true, content }
      : { ok: false, reason: "wrong_hash" };
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return { ok: false, reason: isTooLarge ? "too_large" : "bad_archive" };
  }
}
