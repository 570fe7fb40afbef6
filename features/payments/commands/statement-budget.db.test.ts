import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress, addRule } from "@/e2e/order-fixtures";
import { paymentNotification } from "@/e2e/payment-fixtures";
import { addClick, addCustomer, addLink } from "@/e2e/share-fixtures";
import { placeOrder } from "@/features/orders/commands/place-order";
import { receivePaymentNotification } from "@/features/payments/commands/receive-payment-notification";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";
import { currentWechatCredentials } from "@/lib/wechat/credentials";

// Before the first connection is made: each keeps the function that it was born with.
const sent = vi.spyOn(pg.Client.prototype, "query");

const now = new Date();
const earlier = new Date(now.getTime() - 60_000);

let a: TestMerchant;
beforeAll(async () => {
  ({ a } = await testMerchants());
  await addRule(a, { level: 1, rateBps: 1_000 }, earlier);
  await addRule(a, { level: 2, rateBps: 300 }, earlier);
});

/** Every text that goes to Postgres while `work` runs, begin and commit included. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  sent.mockClear();
  await work();
  const texts = sent.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : String(Reflect.get(Object(query), "text")),
  );
  // One message may carry several: the one that opens a transaction also names its tenant.
  return texts
    .flatMap((text) => text.split(";"))
    .map((text) => text.replaceAll(/\s+/g, " ").trim().slice(0, 60))
    .filter((text) => text !== "");
}

async function friend() {
  const { customerId, visitorId } = await addCustomer(a);
  const linkId = await addLink(a, a.level1.customerId);
  await addClick(a, { linkId, visitorId, clickedAt: earlier });
  return addAddress(a, customerId);
}

async function checkOut(buyer: { customerId: string; addressId: string }): Promise<void> {
  const { merchantId } = a;
  const placed = await placeOrder(
    { merchantId, customerId: buyer.customerId },
    {
      lines: [
        { skuId: a.skuIds[0], quantity: 1, seenUnitPriceFen: 9_900n },
        { skuId: a.skuIds[1], quantity: 1, seenUnitPriceFen: 12_800n },
      ],
      addressId: buyer.addressId,
      note: "",
      idempotencyKey: newId(),
      seenPayableFen: 22_700n,
      fromCart: true,
    },
    { now, random: secureRandom },
  );
  if (!placed.ok) throw new Error(placed.reason);
  const order = { ...placed, outTradeNo: `${placed.orderNo}01` };
  const { body, headers } = paymentNotification(a, order, now);
  const received = await receivePaymentNotification({
    merchantId,
    rawBody: Buffer.from(body),
    headers: new Headers(headers),
    now,
  });
  expect(received).toMatchObject({ ok: true, outcome: "applied" });
}

test.each([
  ["of a customer who was bound when the link was opened", false],
  ["of a customer whose binding is written at this checkout", true],
])(
  "placing, paying and booking two levels take at most 20 statements for an order %s",
  async (_who, first) => {
    const buyer = await friend();
    if (!first) await checkOut(buyer);
    // Every order but the first of a process finds the credentials remembered.
    await currentWechatCredentials(a.merchantId, now);
    const statements = await statementsOf(() => checkOut(buyer));
    expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(20);
    expect(statements.filter((text) => /^begin$/i.test(text))).toHaveLength(2);
    const commissions = await inMerchant(a.merchantId, (tx) =>
      tx.commission.count({ where: { line: { order: { customerId: buyer.customerId } } } }),
    );
    expect(commissions).toBe(first ? 4 : 8);
  },
);
