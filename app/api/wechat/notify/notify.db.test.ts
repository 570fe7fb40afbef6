import { beforeAll, expect, test } from "vitest";
import { POST as tellPayment } from "@/app/api/wechat/notify/payment/route";
import { POST as tellRefund } from "@/app/api/wechat/notify/refund/route";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { placeTestOrder, type TestOrder } from "@/e2e/order-fixtures";
import { paymentNotification, refundNotification } from "@/e2e/payment-fixtures";

let a: TestMerchant;
let b: TestMerchant;
let order: TestOrder;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 1 }], new Date());
});

function post(
  route: (request: Request) => Promise<Response>,
  body: BodyInit,
  headers: Record<string, string> = {},
  host = a.host,
): Promise<Response> {
  const url = `http://${host}/api/wechat/notify/payment`;
  return route(new Request(url, { method: "POST", body, headers: { ...headers, host } }));
}

async function stateOf(): Promise<string> {
  const sql = "select state::text from orders where id = $1";
  return asSuperuser(async (db) => (await db.query(sql, [order.orderId])).rows[0].state);
}

async function expectFail(response: Response, status: number): Promise<void> {
  expect(response.status).toBe(status);
  expect(await response.json()).toEqual({ code: "FAIL", message: expect.any(String) });
  expect(await stateOf()).toBe("awaiting_payment");
}

const binary = Uint8Array.from({ length: 1_000 }, (_, index) => index % 256);

test.each<[string, BodyInit]>([
  ["nothing", ""],
  ["no JSON", "{{{"],
  ["another JSON", '{"id":1}'],
  ["null", "null"],
  ["bytes", binary],
  ["a deep nest", "[".repeat(20_000)],
])("a body that is %s is 4xx, signed or not", async (_name, body) => {
  const { headers } = paymentNotification(a, order, new Date());
  for (const route of [tellPayment, tellRefund]) {
    await expectFail(await post(route, body), 401);
    await expectFail(await post(route, body, headers), 401);
  }
});

test("more than 64 kB is not read", async () => {
  await expectFail(await post(tellPayment, "x".repeat(64 * 1024 + 1)), 413);
});

test("a host that is nobody's shop is 404", async () => {
  const { body, headers } = paymentNotification(a, order, new Date());
  await expectFail(await post(tellPayment, body, headers, "nobody.localhost"), 404);
});

test("a notification at another shop's host is 4xx there", async () => {
  const { body, headers } = paymentNotification(a, order, new Date());
  await expectFail(await post(tellPayment, body, headers, b.host), 401);
});

test("a refund told as a payment, and a payment told as a refund, are 4xx", async () => {
  const refund = { ...order, outRefundNo: "R1", totalFen: 9_900n, refundFen: 9_900n };
  const told = refundNotification(a, refund, new Date());
  await expectFail(await post(tellPayment, told.body, told.headers), 401);
  const { body, headers } = paymentNotification(a, order, new Date());
  await expectFail(await post(tellRefund, body, headers), 401);
});

test("a refund that nobody asked for is accepted, put away and never applied", async () => {
  const refund = { ...order, outRefundNo: "R1", totalFen: 9_900n, refundFen: 9_900n };
  const { body, headers } = refundNotification(a, refund, new Date());
  expect((await post(tellRefund, body, headers)).status).toBe(204);
  const sql = "select kind, outcome, detail ->> 'reason' as reason from inbox_event";
  const events = await asSuperuser(async (db) => (await db.query(sql)).rows);
  expect(events).toEqual([{ kind: "refund", outcome: "quarantined", reason: "unknown_refund" }]);
  expect(await stateOf()).toBe("awaiting_payment");
});

test("the true one is 204 without a body, 50 times at once, all within the five seconds that WeChat waits", async () => {
  const { body, headers } = paymentNotification(a, order, new Date());
  const began = performance.now();
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => post(tellPayment, body, headers)),
  );
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 204));
  expect(await answers[0]?.text()).toBe("");
  expect(await stateOf()).toBe("paid");
});
