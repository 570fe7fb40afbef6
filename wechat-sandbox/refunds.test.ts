import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandboxAccount } from "./create-account";
import { decryptAead } from "./crypto/aead-aes-256-gcm";
import { openidFor } from "./openid";
import { faultSchema } from "./schemas/fault";
import { notificationEnvelopeSchema } from "./schemas/notification";
import { type RunningSandbox, startSandbox } from "./start-sandbox";
import { callPay, startNotifyReceiver } from "./test-merchant";

const { sandboxSide, applicationSide: shop } = createSandboxAccount({
  name: "粽",
  domains: ["localhost:3000"],
});
let running: RunningSandbox;
let receiver: Awaited<ReturnType<typeof startNotifyReceiver>>;
let nowMs = Date.parse("2026-11-20T10:00:00+08:00");
let number = 0;
type Answer = Record<string, string> & { amount: Record<string, number> };

beforeAll(async () => {
  receiver = await startNotifyReceiver(() => 200);
  const options = { port: 0, dataDir: ":memory:", timeScale: 60, now: () => nowMs };
  running = await startSandbox({ ...options, accounts: [sandboxSide] });
  await post("/sandbox/users", { id: "mei", nickname: "小梅" });
});
afterAll(async () => {
  await running.close();
  await receiver.close();
});

const post = (path: string, body: unknown) =>
  fetch(`${running.url}${path}`, { method: "POST", body: JSON.stringify(body) });

async function call(method: "GET" | "POST", target: string, body?: unknown) {
  const nowSeconds = Math.floor(nowMs / 1000);
  const response = await callPay(running.url, shop, { method, target, body, nowSeconds });
  return { status: response.status, body: (await response.json()) as Answer };
}

async function paidOrder(totalFen: number): Promise<string> {
  number += 1;
  const out_trade_no = `ORDER${String(number).padStart(6, "0")}`;
  const { body } = await call("POST", "/v3/pay/transactions/jsapi", {
    appid: shop.appId,
    mchid: shop.mchId,
    description: "礼盒,十只装",
    out_trade_no,
    notify_url: receiver.url,
    amount: { total: totalFen },
    payer: { openid: openidFor(shop.appId, "mei") },
  });
  await post("/sandbox/pay", { prepay_id: body.prepay_id, user: "mei" });
  return out_trade_no;
}

function refund(outTradeNo: string, changes: Record<string, unknown> = {}) {
  number += 1;
  return call("POST", "/v3/refund/domestic/refunds", {
    out_trade_no: outTradeNo,
    out_refund_no: `RF${number}`,
    amount: { refund: 100, total: 1000, currency: "CNY" },
    notify_url: receiver.url,
    ...changes,
  });
}

const amount = (refundFen: number) => ({
  amount: { refund: refundFen, total: 1000, currency: "CNY" },
});

describe("refund", () => {
  test("is PROCESSING at first, then succeeds and notifies", async () => {
    const order = await paidOrder(1000);
    const { body } = await refund(order, { out_refund_no: "FIRST" });
    expect(body).toMatchObject({ status: "PROCESSING", out_trade_no: order });
    nowMs += 1000;
    await running.sandbox.idle();
    const query = await call("GET", "/v3/refund/domestic/refunds/FIRST");
    expect(query.body.status).toBe("SUCCESS");
    expect(query.body.success_time).toBe("2026-11-20T10:00:01+08:00");
    const envelope = notificationEnvelopeSchema.parse(
      JSON.parse(receiver.received.at(-1)?.body ?? ""),
    );
    expect(envelope.event_type).toBe("REFUND.SUCCESS");
    const { ciphertext, nonce, associated_data } = envelope.resource;
    const plain = JSON.parse(decryptAead(ciphertext, shop.apiV3Key, nonce, associated_data));
    expect(plain).toMatchObject({ out_refund_no: "FIRST", amount: { refund: 100, total: 1000 } });
    const state = await call(
      "GET",
      `/v3/pay/transactions/out-trade-no/${order}?mchid=${shop.mchId}`,
    );
    expect(state.body.trade_state).toBe("REFUND");
  });

  test("the same number with the same parameters is the same refund, with others refused", async () => {
    const order = await paidOrder(1000);
    const first = await refund(order, { out_refund_no: "SAME" });
    const second = await refund(order, { out_refund_no: "SAME" });
    expect(second.body.refund_id).toBe(first.body.refund_id);
    const third = await refund(order, { out_refund_no: "SAME", ...amount(101) });
    expect(third).toMatchObject({ status: 400, body: { code: "INVALID_REQUEST" } });
  });

  test("never exceeds what was paid", async () => {
    const order = await paidOrder(1000);
    expect((await refund(order, amount(600))).status).toBe(200);
    expect((await refund(order, amount(401))).body.code).toBe("INVALID_REQUEST");
    expect((await refund(order, amount(400))).status).toBe(200);
    expect((await refund(order, amount(1))).body.code).toBe("INVALID_REQUEST");
  });

  test("is refused after a year", async () => {
    const order = await paidOrder(1000);
    nowMs += 366 * 86_400_000;
    expect((await refund(order)).body.code).toBe("INVALID_REQUEST");
    nowMs -= 366 * 86_400_000;
  });

  test("the fifty-first partial refund is refused", async () => {
    const order = await paidOrder(1000);
    for (let count = 1; count <= 50; count += 1) {
      expect((await refund(order, amount(1))).status).toBe(200);
    }
    expect((await refund(order, amount(1))).body.code).toBe("INVALID_REQUEST");
  });

  test.each([
    ["an unknown order", { out_trade_no: "NOSUCHORDER" }, 404, "RESOURCE_NOT_EXISTS"],
    [
      "another total",
      { amount: { refund: 1, total: 999, currency: "CNY" } },
      400,
      "INVALID_REQUEST",
    ],
    ["no currency", { amount: { refund: 1, total: 1000 } }, 400, "PARAM_ERROR"],
    ["a zero amount", amount(0), 400, "PARAM_ERROR"],
    ["both order numbers", { transaction_id: "4".repeat(28) }, 400, "PARAM_ERROR"],
  ])("refuses %s", async (_name, changes, status, code) => {
    const order = await paidOrder(1000);
    expect(await refund(order, changes)).toMatchObject({ status, body: { code } });
  });

  test("can be told to end abnormally", async () => {
    const order = await paidOrder(1000);
    const fault = { endpoint: "refund_settlement", kind: "ABNORMAL" };
    running.sandbox.faults.add(faultSchema.parse(fault));
    await refund(order, { out_refund_no: "ODD" });
    nowMs += 1000;
    await running.sandbox.idle();
    expect((await call("GET", "/v3/refund/domestic/refunds/ODD")).body.status).toBe("ABNORMAL");
    expect(receiver.received.at(-1)?.body).toContain("REFUND.ABNORMAL");
  });

  test("an unknown refund does not exist", async () => {
    const { status, body } = await call("GET", "/v3/refund/domestic/refunds/NOSUCH");
    expect([status, body.code]).toEqual([404, "RESOURCE_NOT_EXISTS"]);
  });
});

describe("trade bill", () => {
  const apply = (query: string) => call("GET", `/v3/bill/tradebill?${query}`);
  const download = (url: string) => {
    const { pathname, search } = new URL(url);
    const nowSeconds = Math.floor(nowMs / 1000);
    return callPay(running.url, shop, {
      method: "GET",
      target: `${pathname}${search}`,
      nowSeconds,
    });
  };

  test("is refused for today, and before ten o'clock the next day", async () => {
    expect((await apply("bill_date=2026-11-20")).body.code).toBe("PARAM_ERROR");
    nowMs = Date.parse("2026-11-21T09:59:00+08:00");
    expect((await apply("bill_date=2026-11-20")).body.code).toBe("STATEMENT_CREATING");
  });

  test("lists the day in yuan with back-ticks, hashed before compression, for a signed download", async () => {
    nowMs = Date.parse("2026-11-21T10:00:00+08:00");
    const { body } = await apply("bill_date=2026-11-20&bill_type=ALL&tar_type=GZIP");
    const response = await download(`${body.download_url}`);
    expect(response.headers.has("Wechatpay-Signature")).toBe(false);
    const file = gunzipSync(Buffer.from(await response.arrayBuffer()));
    expect(createHash("sha1").update(file).digest("hex")).toBe(body.hash_value);
    const lines = file.toString("utf8").trimEnd().split("\r\n");
    const columns = lines[0]?.split(",").length;
    const rows = lines.slice(1, -2);
    expect(rows.every((line) => line.startsWith("`2026-11-20 "))).toBe(true);
    expect(rows.every((line) => line.split(",").length === columns)).toBe(true);
    expect(rows[0]).toContain("`SUCCESS,`OTHERS,`CNY,`10.00,");
    expect(lines.at(-1)).toMatch(new RegExp(`^\`${rows.length},\`\\d+\\.\\d\\d,`));
    expect((await fetch(`${body.download_url}`)).status).toBe(401);
    nowMs += 300_000;
    expect((await download(`${body.download_url}`)).status).toBe(404);
  });

  test("says so when there is none, and after three months", async () => {
    expect((await apply("bill_date=2026-11-19")).body.code).toBe("NO_STATEMENT_EXIST");
    expect((await apply("bill_date=2026-08-01")).body.code).toBe("PARAM_ERROR");
  });
});
