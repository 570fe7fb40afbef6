import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { faultSize } from "@/e2e/faults/fault-size";
import { placeTestOrder, type TestOrder } from "@/e2e/order-fixtures";
import { paymentNotification } from "@/e2e/payment-fixtures";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";
import type { SignedNotification } from "@/wechat-sandbox/sign-notification";

const now = new Date();
const random = seededRandom("mutations");
const forgeries = faultSize({ small: 2_000, full: 20_000 });

let a: TestMerchant;
let order: TestOrder;
beforeAll(async () => {
  ({ a } = await testMerchants());
  order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity: 1 }], now);
});

function tell(rawBody: Uint8Array, headers: HeadersInit, at = now) {
  return receivePaymentNotification({
    merchantId: a.merchantId,
    rawBody,
    headers: new Headers(headers),
    now: at,
  });
}

/** A whole number from 0 to below - 1. */
function draw(below: number): number {
  return Buffer.from(random(4)).readUInt32BE() % below;
}

async function untouched() {
  const sql = `select
    (select state::text from orders where id = $1) as state,
    (select count(*)::int from inbox_event) as events,
    (select count(*)::int from ledger_transfer) as transfers`;
  const found = await asSuperuser(async (db) => (await db.query(sql, [order.orderId])).rows[0]);
  expect(found).toEqual({ state: "awaiting_payment", events: 0, transfers: 0 });
}

function flipByte(bytes: Uint8Array): Uint8Array {
  const changed = Buffer.from(bytes);
  const index = draw(changed.length);
  changed.writeUInt8(changed.readUInt8(index) ^ (1 + draw(255)), index);
  return changed;
}

/** One change of a true notification, never the notification itself. */
function mutate(honest: SignedNotification): { body: Uint8Array; headers: Record<string, string> } {
  const body = Buffer.from(honest.body);
  const { headers } = honest;
  const names = Object.keys(headers).filter((name) =>
    /Serial|Timestamp|Nonce|Signature$/.test(name),
  );
  const name = names[draw(names.length)] ?? "";
  const value = Buffer.from(headers[name] ?? "");
  switch (draw(6)) {
    case 0:
      return { body: flipByte(body), headers };
    case 1: {
      const at = draw(body.length);
      return { body: Buffer.concat([body.subarray(0, at), body.subarray(at + 1)]), headers };
    }
    case 2: {
      const extra = Buffer.from([32 + draw(90)]);
      return { body: Buffer.concat([body, extra]), headers };
    }
    case 3: {
      const at = draw(value.length);
      const digit = String(value).at(at) === "7" ? "3" : "7";
      const changed = String(value).slice(0, at) + digit + String(value).slice(at + 1);
      return { body, headers: { ...headers, [name]: changed } };
    }
    case 4:
      return { body, headers: { ...headers, [name]: "" } };
    default:
      return { body, headers: { ...headers, [name]: `${value}${draw(10)}` } };
  }
}

test(`of ${forgeries} mutated notifications none is accepted, and none leaves a trace`, async () => {
  const honest = paymentNotification(a, order, now);
  const accepted: unknown[] = [];
  for (let index = 0; index < forgeries; index += 1) {
    const { body, headers } = mutate(honest);
    const received = await tell(body, headers);
    if (received.ok) accepted.push({ headers, body: Buffer.from(body).toString() });
  }
  expect(accepted).toEqual([]);
  await untouched();
}, 600_000);

test("a signature over the same JSON in another spelling does not hold", async () => {
  const { body, headers } = paymentNotification(a, order, now);
  const respelled = JSON.stringify(JSON.parse(body), null, 1);
  expect(await tell(Buffer.from(respelled), headers)).toMatchObject({ reason: "bad_signature" });
  await untouched();
});

test.each([301, -301, 86_400])(
  "a notification that is %s s old or early is stale",
  async (seconds) => {
    const at = new Date(now.getTime() + seconds * 1_000);
    const { body, headers } = paymentNotification(a, order, now);
    expect(await tell(Buffer.from(body), headers, at)).toMatchObject({ reason: "stale_timestamp" });
    await untouched();
  },
);

test("WeChat's own probe of our verification is refused", async () => {
  const { body, headers } = paymentNotification(a, order, now);
  const probe = { ...headers, "Wechatpay-Signature": `WECHATPAY/SIGNTEST/${"a".repeat(320)}` };
  expect(await tell(Buffer.from(body), probe)).toEqual({ ok: false, reason: "signature_probe" });
  await untouched();
});

test("a forger with a key of their own, or none at all, gets nowhere", async () => {
  const { b } = await testMerchants();
  const forged = paymentNotification(a, order, now, {
    signedBy: {
      ...b,
      wechat: { ...b.wechat, wechatpayPublicKeyId: a.wechat.wechatpayPublicKeyId },
    },
  });
  expect(await tell(Buffer.from(forged.body), forged.headers)).toMatchObject({
    reason: "bad_signature",
  });
  expect(await tell(Buffer.from(forged.body), {})).toMatchObject({ reason: "signature_missing" });
  await untouched();
});

test("signed by WeChat's key but encrypted with another API key cannot be read", async () => {
  const notification = paymentNotification(a, order, now, {
    signedBy: { ...a, wechat: { ...a.wechat, apiV3Key: "x".repeat(32) } },
  });
  const received = await tell(Buffer.from(notification.body), notification.headers);
  expect(received).toEqual({ ok: false, reason: "bad_ciphertext" });
  await untouched();
});
