import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { giveAccount, withdraw } from "@/e2e/payout-fixtures";
import { endRefund, startRefund } from "@/e2e/refund-fixtures";
import { addDistributor } from "@/e2e/share-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { cancelPayout } from "@/features/payouts/commands/cancel-payout";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number, ms = 0) => new Date(start.getTime() + days * 86_400_000 + ms);

let shop: TestMerchant;
beforeAll(async () => {
  ({ a: shop } = await testMerchants());
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
});

/** A distributor who may withdraw, with one matured commission of ¥9.90 whose refund is under way. */
async function refundAboutToArrive(serial: number) {
  const { merchantId, wechatCredentials } = shop;
  const seller = await addDistributor(shop);
  const { customerId, distributorId } = seller;
  const { appId } = wechatCredentials;
  const identity = { merchantId, appId, openId: `o-${customerId}`, customerId, createdAt: day(0) };
  await inMerchant(merchantId, (tx) => tx.wechatIdentity.create({ data: identity }));
  await giveAccount(shop, seller, day(0), { serial });
  const buyer = await addFriend(shop, day(-1), customerId);
  const line = { skuId: shop.skuIds[0], quantity: 1 };
  const order = await placeTestOrder(shop, buyer, [line], day(0));
  await payTestOrder(shop, order, day(0, 1));
  await deliverTestOrder(shop, order, day(1));
  await settleDueCommissions(merchantId, { now: day(8), limit: 100 });
  const wish = { lines: [{ lineNo: 1, quantity: 1, amountFen: 9_900n }] };
  const refund = await startRefund(shop, order, wish, day(9));
  const balances = () =>
    inMerchant(merchantId, (tx) => getDistributorBalances(tx, { merchantId, distributorId }));
  return { seller, refund, balances };
}

test("a refund that arrives while its commission is withdrawn: it is held or owed, never both gone and kept", async () => {
  for (let round = 0; round < 10; round += 1) {
    const { seller, refund, balances } = await refundAboutToArrive(round);
    expect((await balances()).availableFen).toBe(990n);
    // Alternating starts, so that each gets its chance to come first.
    const ask = () => withdraw(shop, seller, 990n, day(10));
    const early = round % 2 === 0 ? ask() : null;
    const arriving = endRefund(shop, refund, day(10));
    const [asked, told] = await Promise.all([early ?? ask(), arriving]);
    expect(told).toEqual({ outcome: "applied" });
    const { availableFen, inPayoutFen, debtFen } = await balances();
    expect(availableFen).toBe(0n);
    expect([inPayoutFen, debtFen]).toEqual(asked.ok ? [990n, 990n] : [0n, 0n]);
    if (!asked.ok) continue;
    // Given up before it was sent: what the hold gives free pays the debt in the same moment.
    const { merchantId } = shop;
    const { customerId } = seller;
    await cancelPayout({ merchantId, customerId }, asked.payoutNo, day(10, 1));
    expect(await balances()).toMatchObject({ availableFen: 0n, inPayoutFen: 0n, debtFen: 0n });
  }
}, 60_000);
