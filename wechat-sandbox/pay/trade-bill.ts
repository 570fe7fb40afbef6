import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { SandboxAccount } from "../account";
import { beijingMidnightMs, toBeijingDate } from "../beijing-time";
import { randomText } from "../crypto/random-text";
import type { SandboxReply } from "../http/replies";
import type { SandboxRequest } from "../http/sandbox-request";
import type { SandboxContext } from "../sandbox-context";
import { billAnswerSchema, billQuerySchema } from "../schemas/bill";
import { findBill, insertBill } from "../store/bills";
import { findOrder, listOrdersPaidBetween } from "../store/orders";
import { listRefundsBetween } from "../store/refunds";
import { parseQuery } from "./parse-body";
import { PayRefusal } from "./pay-refusal";
import { verifyAuthorization } from "./verify-authorization";
import { type BillContent, writeTradeBill } from "./write-trade-bill";

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
  if (nowMs < endMs + READY_AFTER_MS) {
    throw new PayRefusal("STATEMENT_CREATING", "账单生成中，请在10点后再试");
  }
}

function collect(context: SandboxContext, mchId: string, date: string): BillContent {
  const fromMs = beijingMidnightMs(date);
  const untilMs = fromMs + DAY_MS;
  const payments = listOrdersPaidBetween(context.db, mchId, fromMs, untilMs);
  const refunds = listRefundsBetween(context.db, mchId, fromMs, untilMs).flatMap((refund) => {
    const order = findOrder(context.db, mchId, refund.out_trade_no);
    return order ? [{ refund, order }] : [];
  });
  return { payments, refunds };
}

/**
 * GET /v3/bill/tradebill: the address of the day's bill, ready after 10:00 the next day (Beijing),
 * for three months. The hash is over the uncompressed file. The fault `bom` on the
 * endpoint `tradebill_file` puts a byte-order mark in front.
 */
export function applyForTradeBill(
  context: SandboxContext,
  account: SandboxAccount,
  request: SandboxRequest,
) {
  const query = parseQuery(billQuerySchema, request);
  checkDate(context, query.bill_date);
  const content = collect(context, account.mchId, query.bill_date);
  if (content.payments.length + content.refunds.length === 0) {
    throw new PayRefusal("NO_STATEMENT_EXIST", "请求的账单文件不存在");
  }
  const bom = context.faults.take(["tradebill_file"]).some((fault) => fault.kind === "bom");
  const file = Buffer.from(writeTradeBill(content, query.bill_type, bom));
  const token = randomText(context.random, 64);
  insertBill(context.db, {
    token,
    mchId: account.mchId,
    content: query.tar_type === "GZIP" ? gzipSync(file) : file,
    expiresAtMs: context.now() + DOWNLOAD_LIFE_MS,
  });
  const value = billAnswerSchema.parse({
    hash_type: "SHA1",
    hash_value: createHash("sha1").update(file).digest("hex"),
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
