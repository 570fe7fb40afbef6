import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { faultSize, say } from "@/e2e/faults/fault-size";
import { faultyShop } from "@/e2e/faults/faulty-shop";
import { spawnWeb } from "@/e2e/faults/spawn-process";
import { sessionCookie, visitorCookie } from "@/features/customers/schema";

type Crowd = { units: number; webs: 1 | 2; atOnce: number };
const { buyers, crowds } = faultSize<{ buyers: number; crowds: Crowd[] }>({
  small: { buyers: 60, crowds: [{ units: 1, webs: 2, atOnce: 60 }] },
  full: {
    buyers: 500,
    crowds: ([1, 2] as const).flatMap((webs) => [
      { units: 1, webs, atOnce: 500 },
      { units: 100, webs, atOnce: 500 },
      { units: 100, webs, atOnce: 32 },
    ]),
  },
});

const { settings } = await faultyShop();
const { asSuperuser, testMerchants } = await import("@/e2e/database");
const { expectSound } = await import("@/e2e/faults/paid-shop");
const { addAddress, addFreeFreight } = await import("@/e2e/order-fixtures");
const { addCustomer } = await import("@/e2e/share-fixtures");
const { closeExpiredOrders } = await import("@/features/orders/commands/close-expired-orders");
const { adjustStock } = await import("@/features/stock/commands/adjust-stock");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { hashToken } = await import("@/lib/secrets/seal");
const { a } = await testMerchants();
const { merchantId } = a;
const [skuId] = a.skuIds;

type Web = Awaited<ReturnType<typeof spawnWeb>>;
type Buyer = { addressId: string; cookie: string };
let webs: Web[] = [];
let crowd: Buyer[] = [];
beforeAll(async () => {
  await addFreeFreight(a);
  crowd = await Promise.all(Array.from({ length: buyers }, signedIn));
  webs = [await spawnWeb(settings), await spawnWeb(settings)];
}, 180_000);
afterAll(() => Promise.all(webs.map((web) => web.kill())));

/** A customer with an address and a browser that is signed in. */
async function signedIn(): Promise<Buyer> {
  const { customerId, visitorId } = await addCustomer(a);
  const { addressId } = await addAddress(a, customerId);
  const token = randomBytes(32).toString("base64url");
  const now = new Date();
  const expiresAt = new Date(now.getTime() + 86_400_000);
  const session = { tokenHash: hashToken(token), customerId, visitorId, createdAt: now, expiresAt };
  await inMerchant(merchantId, (tx) =>
    tx.customerSession.create({ data: { merchantId, ...session } }),
  );
  return { addressId, cookie: `${visitorCookie}=${visitorId}; ${sessionCookie}=${token}` };
}

/** One tap on "pay" as a phone sends it. @returns "placed", the reason, or what went wrong */
async function buy(web: Web, { addressId, cookie }: Buyer): Promise<string> {
  const line = { skuId, quantity: 1, seenUnitPriceFen: "9900" };
  const order = { lines: [line], addressId, note: "", fromCart: false, seenPayableFen: "9900" };
  const answer = await fetch(web.url("/api/mall/checkout"), {
    method: "POST",
    headers: { "content-type": "application/json", origin: web.url(""), cookie },
    body: JSON.stringify({ ...order, idempotencyKey: randomBytes(16).toString("hex") }),
    signal: AbortSignal.timeout(60_000),
  });
  const { ok, reason } = await answer.json();
  return ok === true ? "placed" : `${answer.status} ${reason}`;
}

async function setStock(units: number): Promise<void> {
  while ((await closeExpiredOrders(merchantId, { now: inAnHour(), limit: 100 })).closed > 0);
  const sql = "select on_hand from stock where merchant_id = $1 and sku_id = $2";
  const { rows } = await asSuperuser((db) => db.query(sql, [merchantId, skuId]));
  const actor = { kind: "system" as const };
  const change = { merchantId, skuId, delta: units - rows[0].on_hand, actor, now: new Date() };
  if (change.delta === 0) return;
  await inMerchant(merchantId, (tx) => adjustStock(tx, { ...change, reason: "adjusted" }));
}

function inAnHour(): Date {
  return new Date(Date.now() + 3_600_000);
}

test.each(crowds)(
  `${buyers} buyers, $atOnce at once, over $webs web processes, of $units units: as many orders, a clear "sold out" for the others`,
  async ({ units, webs: count, atOnce }) => {
    await setStock(units);
    const answers = new Map<string, number>();
    const waiting = crowd.map((buyer, index) => ({ buyer, web: webs[index % count] }));
    const one = async () => {
      for (let next = waiting.pop(); next?.web; next = waiting.pop()) {
        const answer = await buy(next.web, next.buyer);
        answers.set(answer, (answers.get(answer) ?? 0) + 1);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, one));
    say(`answers: ${JSON.stringify(Object.fromEntries(answers))}`);
    const expected = { placed: units, "409 sold_out": buyers - units };
    expect(Object.fromEntries(answers)).toEqual(expected);
    const sql = "select on_hand, reserved from stock where merchant_id = $1 and sku_id = $2";
    const { rows } = await asSuperuser((db) => db.query(sql, [merchantId, skuId]));
    expect(rows).toEqual([{ on_hand: units, reserved: units }]);
    await expectSound();
  },
);
