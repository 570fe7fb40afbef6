import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSandboxAccount } from "./create-account";
import { decryptAead } from "./crypto/aead-aes-256-gcm";
import { verifyRsaSha256 } from "./crypto/rsa-signature";
import { openidFor } from "./openid";
import { notificationEnvelopeSchema, paymentResourceSchema } from "./schemas/notification";
import { type RunningSandbox, startSandbox } from "./start-sandbox";
import { callPay, startNotifyReceiver } from "./test-merchant";

const tea = createSandboxAccount({ name: "茶", domains: ["tea.localhost:3000"] });
const rice = createSandboxAccount({ name: "粽", domains: ["localhost:3000"] });
const shop = rice.applicationSide;
const START_MS = Date.parse("2026-11-21T10:00:00+08:00");

let running: RunningSandbox;
let receiver: Awaited<ReturnType<typeof startNotifyReceiver>>;
let nowMs = START_MS;
let number = 0;

beforeAll(async () => {
  receiver = await startNotifyReceiver(() => 204);
  running = await startSandbox({
    port: 0,
    dataDir: ":memory:",
    accounts: [rice.sandboxSide, tea.sandboxSide],
    timeScale: 1000,
    now: () => nowMs,
  });
  await post("/sandbox/users", { id: "mei", nickname: "小梅" });
  await post("/sandbox/users", { id: "lin", nickname: "阿林" });
});
afterAll(async () => {
  await running.close();
  await receiver.close();
});

function post(path: string, body: unknown): Promise<Response> {
  return fetch(`${running.url}${path}`, { method: "POST", body: JSON.stringify(body) });
}

function order(changes: Record<string, unknown> = {}) {
  number += 1;
  return {
    appid: shop.appId,
    mchid: shop.mchId,
    description: "端午礼盒",
    out_trade_no: `ORDER${String(number).padStart(6, "0")}`,
    notify_url: receiver.url,
    amount: { total: 8800, currency: "CNY" },
    payer: { openid: openidFor(shop.appId, "mei") },
    ...changes,
  };
}

const PREPAY = "/v3/pay/transactions/jsapi";
const nowSeconds = () => Math.floor(nowMs / 1000);

function prepay(body: unknown, extra: Partial<Parameters<typeof callPay>[2]> = {}) {
  return callPay(running.url, shop, {
    method: "POST",
    target: PREPAY,
    body,
    nowSeconds: nowSeconds(),
    ...extra,
  });
}

function query(outTradeNo: string) {
  const target = `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${shop.mchId}`;
  return callPay(running.url, shop, { method: "GET", target, nowSeconds: nowSeconds() });
}

function close(outTradeNo: string) {
  const target = `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`;
  const body = { mchid: shop.mchId };
  return callPay(running.url, shop, { method: "POST", target, body, nowSeconds: nowSeconds() });
}

async function refusal(response: Response) {
  const body = (await response.json()) as { code: string; message: string };
  const tail = response.headers.get("Request-Id")?.split("-").at(-1);
  return { status: response.status, code: body.code, tail };
}

async function pay(body: ReturnType<typeof order>, user = "mei") {
  const { prepay_id } = (await (await prepay(body)).json()) as { prepay_id: string };
  return post("/sandbox/pay", { prepay_id, user });
}

describe("signature", () => {
  test("an answer carries a signature over its bytes under the public key id", async () => {
    const response = await prepay(order());
    const body = await response.text();
    const header = (name: string) => response.headers.get(`Wechatpay-${name}`) ?? "";
    const message = `${header("Timestamp")}\n${header("Nonce")}\n${body}\n`;
    expect(response.status).toBe(200);
    expect(header("Serial")).toBe(shop.wechatpayPublicKeyId);
    expect(verifyRsaSha256(message, header("Signature"), shop.wechatpayPublicKeyPem)).toBe(true);
    expect(response.headers.get("Request-Id")).toMatch(/-0$/);
  });

  test("a body other than the signed one is refused with 401 SIGN_ERROR", async () => {
    const response = await prepay(order(), { signedBody: "{}" });
    expect(await refusal(response)).toEqual({ status: 401, code: "SIGN_ERROR", tail: "268443699" });
  });

  test("the same JSON with other spaces is refused: the bytes count", async () => {
    const body = order();
    const response = await prepay(body, { signedBody: JSON.stringify(body, null, 1) });
    expect(response.status).toBe(401);
  });

  test("a timestamp more than five minutes off is refused", async () => {
    const response = await prepay(order(), { nowSeconds: nowSeconds() - 301 });
    expect(await refusal(response)).toMatchObject({ status: 401, code: "SIGN_ERROR" });
    expect((await prepay(order(), { nowSeconds: nowSeconds() - 299 })).status).toBe(200);
  });

  test("an unknown certificate serial is refused", async () => {
    expect((await prepay(order(), { serial: "0".repeat(40) })).status).toBe(401);
  });

  test("another merchant's key cannot order for this one", async () => {
    const call = {
      method: "POST",
      target: PREPAY,
      body: order(),
      nowSeconds: nowSeconds(),
    } as const;
    const response = await callPay(
      running.url,
      { ...tea.applicationSide, mchId: shop.mchId },
      call,
    );
    expect(response.status).toBe(401);
  });

  test("a request without Authorization is refused", async () => {
    expect((await post(PREPAY, order())).status).toBe(401);
  });

  test("platform certificates do not exist in public-key mode", async () => {
    const call = { method: "GET", target: "/v3/certificates", nowSeconds: nowSeconds() } as const;
    const response = await callPay(running.url, shop, call);
    expect(await refusal(response)).toMatchObject({ status: 404, code: "RESOURCE_NOT_EXISTS" });
  });
});

describe("prepay", () => {
  test.each([
    ["a zero amount", { amount: { total: 0 } }],
    ["a negative amount", { amount: { total: -1 } }],
    ["a fractional amount", { amount: { total: 1.5 } }],
    ["an amount as text", { amount: { total: "100" } }],
    ["an amount beyond 32 bits", { amount: { total: 2 ** 53 } }],
    ["a foreign currency", { amount: { total: 1, currency: "USD" } }],
    ["an openid of nobody", { payer: { openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" } }],
    ["another account's openid", { payer: { openid: openidFor(tea.sandboxSide.appId, "mei") } }],
    ["an order number of five characters", { out_trade_no: "ABCDE" }],
    ["an order number of 33 characters", { out_trade_no: "A".repeat(33) }],
    ["a description of more than 127 bytes", { description: "粽".repeat(43) }],
    ["a notify_url with a query", { notify_url: "https://shop.example.com/n?a=1" }],
    ["plain http off this machine", { notify_url: "http://shop.example.com/n" }],
    ["a time_expire in the past", { time_expire: "2026-11-21T09:59:59+08:00" }],
    ["a time_expire without zone", { time_expire: "2026-11-22T09:59:59" }],
    ["an undocumented field", { price: 1 }],
    ["a missing description", { description: undefined }],
  ])("refuses %s with 400 PARAM_ERROR", async (_name, changes) => {
    const response = await prepay(order(changes));
    expect(await refusal(response)).toMatchObject({ status: 400, code: "PARAM_ERROR" });
  });

  test("refuses an appid that is not bound to the merchant", async () => {
    const response = await prepay(order({ appid: tea.sandboxSide.appId }));
    const expected = { status: 400, code: "APPID_MCHID_NOT_MATCH", tail: "268445527" };
    expect(await refusal(response)).toEqual(expected);
  });

  test("the same order number with the same parameters answers the same prepay_id", async () => {
    const body = order();
    const first = await (await prepay(body)).json();
    expect(await (await prepay(body)).json()).toEqual(first);
  });

  test("the same order number with other parameters is refused", async () => {
    const body = order();
    await prepay(body);
    const response = await prepay({ ...body, amount: { total: 8801, currency: "CNY" } });
    const expected = { status: 400, code: "INVALID_REQUEST", tail: "268498688" };
    expect(await refusal(response)).toEqual(expected);
  });

  test("a paid order cannot be ordered again", async () => {
    const body = order();
    await pay(body);
    expect(await refusal(await prepay(body))).toMatchObject({ status: 400, code: "ORDERPAID" });
  });

  test("a closed order cannot be ordered again, and closing repeats", async () => {
    const body = order();
    await prepay(body);
    expect((await close(body.out_trade_no)).status).toBe(204);
    expect((await close(body.out_trade_no)).status).toBe(204);
    expect(await refusal(await prepay(body))).toMatchObject({ status: 400, code: "ORDER_CLOSED" });
  });

  test("closing a number that was never ordered uses it up", async () => {
    const body = order();
    expect((await close(body.out_trade_no)).status).toBe(204);
    expect(await refusal(await prepay(body))).toMatchObject({ code: "INVALID_REQUEST" });
    expect((await query(body.out_trade_no)).status).toBe(404);
  });
});

describe("paying", () => {
  test("notifies with a verifiable, decryptable notification and answers queries by both numbers", async () => {
    const body = order({ attach: "m1" });
    const outcome = (await (await pay(body)).json()) as { transactionId: string };
    await running.sandbox.idle();
    const last = receiver.received.at(-1);
    const header = (name: string) => String(last?.headers[`wechatpay-${name}`]);
    const message = `${header("timestamp")}\n${header("nonce")}\n${last?.body}\n`;
    expect(verifyRsaSha256(message, header("signature"), shop.wechatpayPublicKeyPem)).toBe(true);
    const { resource } = notificationEnvelopeSchema.parse(JSON.parse(last?.body ?? ""));
    const plain = decryptAead(
      resource.ciphertext,
      shop.apiV3Key,
      resource.nonce,
      resource.associated_data,
    );
    const payment = paymentResourceSchema.parse(JSON.parse(plain));
    expect(payment).toMatchObject({ out_trade_no: body.out_trade_no, amount: { total: 8800 } });
    const byNumber = (await (await query(body.out_trade_no)).json()) as object;
    expect(byNumber).toMatchObject({ trade_state: "SUCCESS", attach: "m1", payer: body.payer });
    const target = `/v3/pay/transactions/id/${outcome.transactionId}?mchid=${shop.mchId}`;
    const byId = await callPay(running.url, shop, {
      method: "GET",
      target,
      nowSeconds: nowSeconds(),
    });
    expect(await byId.json()).toEqual(byNumber);
  });

  test("another user cannot pay an order that was made for an openid", async () => {
    const response = await pay(order(), "lin");
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ ok: false, reason: "other_user" });
  });

  test("a prepay_id can be paid for two hours, whatever the order's life", async () => {
    const { prepay_id } = (await (await prepay(order())).json()) as { prepay_id: string };
    nowMs += 2 * 3_600_000;
    const response = await post("/sandbox/pay", { prepay_id, user: "mei" });
    expect(await response.json()).toEqual({ ok: false, reason: "expired" });
  });

  test("a paid order cannot be closed", async () => {
    const body = order();
    await pay(body);
    expect(await refusal(await close(body.out_trade_no))).toMatchObject({ code: "ORDERPAID" });
  });

  test("an order of another merchant does not exist", async () => {
    const body = order();
    await prepay(body);
    const target = `/v3/pay/transactions/out-trade-no/${body.out_trade_no}?mchid=${tea.sandboxSide.mchId}`;
    const call = { method: "GET", target, nowSeconds: nowSeconds() } as const;
    const response = await callPay(running.url, tea.applicationSide, call);
    expect(await refusal(response)).toMatchObject({ status: 404, code: "ORDER_NOT_EXIST" });
  });
});
