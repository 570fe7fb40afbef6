import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { SandboxAccount } from "../account";
import { beijingMidnightMs, toBeijingDate } from "../beijing-time";
import { randomText } from "../crypto/random-text";
import type { SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import { PayRefusal } from "../pay/pay-refusal";
import { verifyAuthorization } from "../pay/verify-authorization";
import type { SandboxContext } from "../sandbox-context";
import { billAnswerSchema } from "../schemas/bill";
import { findBill, insertBill } from "../store/bills";
import { type BillFaultKinds, spoilFile } from "./spoil-bill";

const DAY_MS = 86_400_000;
const READY_AFTER_MS = 10 * 3_600_000;
const OLDEST_MS = 92 * DAY_MS;
const DOWNLOAD_LIFE_MS = 300_000;

function checkDate(context: SandboxContext, date: string): void {
  const nowMs = context.now();
  const endMs = beijingMidnightMs(date) + DAY_MS;
  if (date >= toBeijingDate(nowMs)) {
    throw new PayRefusal("PARAM_ERROR", "账单日期格式错误，仅支持今天之前的日期");
  }
  if (nowMs - endMs > OLDEST_MS) {
    throw new PayRefusal("PARAM_ERROR", "仅支持下载三个月内的账单");
  }
  if (nowMs < endMs + READY_AFTER_MS) refuseUnready();
}

function refuseUnready(): never {
  throw new PayRefusal("STATEMENT_CREATING", "账单生成中，请在10点后再试");
}

/** What WeChat says of a day on which nothing happened. */
export function refuseMissing(): never {
  throw new PayRefusal("NO_STATEMENT_EXIST", "请求的账单文件不存在");
}

/**
 * The two moments between which a bill's day lies (milliseconds, end excluded) and the faults of
 * this file. Throws PayRefusal for a day that is not over, too old, or not made before 10:00.
 */
export function openDay(
  context: SandboxContext,
  date: string,
  endpoint: "tradebill_file" | "fundflowbill_file",
): { fromMs: number; untilMs: number; kinds: BillFaultKinds } {
  checkDate(context, date);
  const kinds = new Set(context.faults.take([endpoint]).map((fault) => fault.kind));
  if (kinds.has("not_ready")) refuseUnready();
  if (kinds.has("no_statement")) refuseMissing();
  const fromMs = beijingMidnightMs(date);
  return { fromMs, untilMs: fromMs + DAY_MS, kinds };
}

/** Keeps the file for download and answers its address and the hash of its uncompressed content. */
export function offerBill(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
  bill: { text: string; date: string; tarType: "GZIP" | undefined; kinds: BillFaultKinds },
) {
  const file = Buffer.from(spoilFile(bill.text, bill.date, bill.kinds));
  const token = randomText(context.random, 64);
  insertBill(context.db, {
    token,
    mchId: account.mchId,
    content: bill.tarType === "GZIP" ? gzipSync(file) : file,
    expiresAtMs: context.now() + DOWNLOAD_LIFE_MS,
  });
  const hash = createHash("sha1").update(file);
  if (bill.kinds.has("hash_mismatch")) hash.update("another file");
  const value = billAnswerSchema.parse({
    hash_type: "SHA1",
    hash_value: hash.digest("hex"),
    download_url: `${request.url.origin}/v3/billdownload/file?token=${token}`,
  });
  return { status: 200, value };
}

/** GET /v3/billdownload/file: a signed request, an answer without signature (wechat.md 4.2). */
export function downloadBill(context: SandboxContext, request: SandboxRequest): SandboxReply {
  const account = verifyAuthorization(context, request);
  const token = request.url.searchParams.get("token") ?? "";
  const content = findBill(context.db, account.mchId, token, context.now());
  if (!content) throw new PayRefusal("RESOURCE_NOT_EXISTS", "下载地址不存在或已过期");
  return { status: 200, headers: { "Content-Type": "application/octet-stream" }, body: content };
}
