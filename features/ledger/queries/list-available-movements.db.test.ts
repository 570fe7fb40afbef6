import { beforeAll, expect, test } from "vitest";
import { bookPayout } from "@/e2e/booked-payout";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { addDistributor } from "@/e2e/share-fixtures";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getDistributorBalances } from "@/features/ledger/queries/get-distributor-balances";
import { listAvailableMovements } from "@/features/ledger/queries/list-available-movements";
import { listClawBacks } from "@/features/ledger/queries/list-claw-backs";
import type { AvailableMovementView } from "@/features/ledger/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const start = new Date("2026-03-01T00:00:00.000Z");
const day = (days: number) => new Date(start.getTime() + days * 86_400_000);

let shop: TestMerchant;
let other: TestMerchant;
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, day(-10));
});

type Seller = Awaited<ReturnType<typeof addDistributor>>;

/** A distributor with one received and settled order: ¥99, of which ¥9.90 are theirs. */
async function sellerWithMoney(): Promise<{ seller: Seller; order: TestOrder }> {
  const seller = await addDistributor(shop);
  const buyer = await addFriend(shop, day(-1), seller.customerId);
  const line = { skuId: shop.skuIds[0], quantity: 1 };
  const order = await placeTestOrder(shop, buyer, [line], day(0));
  await payTestOrder(shop, order, day(0));
  await deliverTestOrder(shop, order, day(1));
  await settleDueCommissions(shop.merchantId, { now: day(9), limit: 100 });
  return { seller, order };
}

function movementsOf(
  { distributorId }: Seller,
  limit = 30,
  from: AvailableMovementView | null = null,
) {
  const { merchantId } = shop;
  const after = from && { createdAt: from.createdAt, id: from.transferId };
  return inMerchant(merchantId, (tx) =>
    listAvailableMovements(tx, { merchantId, distributorId, after, limit }),
  );
}

const told = (movements: AvailableMovementView[]) =>
  movements.map(({ code, amountFen, debtFen }) => [code, amountFen, debtFen]);

test("what came in, was withdrawn, came back and was taken back adds up to what is free", async () => {
  const { seller, order } = await sellerWithMoney();
  const { distributorId } = seller;
  const payout = { distributorId, openId: "o-payee", grossFen: 500n };
  const failed = await bookPayout(shop, { ...payout, requestedAt: day(10), end: "failed" });
  await bookPayout(shop, { ...payout, requestedAt: day(11), end: "paid" });
  await refundTestOrder(shop, order, { lines: [{ lineNo: 1, amountFen: 9_900n }] }, day(12));
  const movements = await movementsOf(seller);
  expect(told(movements).slice(0, 2)).toEqual(
    expect.arrayContaining([
      ["commission_clawed_back", -490n, 0n],
      ["commission_clawed_back_as_debt", 0n, 500n],
    ]),
  );
  expect(told(movements).slice(2)).toEqual([
    ["payout_held", -500n, 0n],
    ["payout_voided", 500n, 0n],
    ["payout_held", -500n, 0n],
    ["commission_settled", 990n, 0n],
  ]);
  const { merchantId } = shop;
  const balances = await inMerchant(merchantId, (tx) =>
    getDistributorBalances(tx, { merchantId, distributorId }),
  );
  expect(movements.reduce((sum, { amountFen }) => sum + amountFen, 0n)).toBe(balances.availableFen);
  expect(movements.reduce((sum, { debtFen }) => sum + debtFen, 0n)).toBe(balances.debtFen);
  expect(balances.debtFen).toBe(500n);
  expect(movements.at(-2)?.payoutNo).toBe(failed.payoutNo);
  expect(movements.at(-1)).toMatchObject({ orderNo: order.orderNo, refundReason: null });
  expect(movements[0]).toMatchObject({ orderNo: order.orderNo, refundReason: "坏了一个" });
});

test("a commission says which refund took how much of it, and what became a debt", async () => {
  const { seller, order } = await sellerWithMoney();
  const { distributorId } = seller;
  const payout = { distributorId, openId: "o-payee", grossFen: 600n, requestedAt: day(10) };
  await bookPayout(shop, { ...payout, end: "paid" });
  const take = (amountFen: bigint, at: Date, reason: string) =>
    refundTestOrder(shop, order, { lines: [{ lineNo: 1, amountFen }], reason }, at);
  await take(3_000n, day(11), "少了一个");
  await take(3_000n, day(12), "压坏了");
  const [settled] = (await movementsOf(seller)).slice(-1);
  const { merchantId } = shop;
  const commissionId = settled?.commissionId ?? "";
  const clawBacks = await inMerchant(merchantId, (tx) =>
    listClawBacks(tx, { merchantId, commissionId }),
  );
  expect(clawBacks.map(({ reason, amountFen, debtFen }) => [reason, amountFen, debtFen])).toEqual([
    ["少了一个", 300n, 0n],
    ["压坏了", 300n, 210n],
  ]);
});

test("pages go on where the last one ended, though many movements share a moment", async () => {
  const { seller } = await sellerWithMoney();
  const { distributorId } = seller;
  const payout = { distributorId, openId: "o-payee", grossFen: 100n, requestedAt: day(10) };
  for (const end of ["failed", "failed", "paid"] as const)
    await bookPayout(shop, { ...payout, end });
  const whole = await movementsOf(seller);
  const pages: AvailableMovementView[] = [];
  for (let page = await movementsOf(seller, 2); page.length > 0; ) {
    pages.push(...page);
    page = await movementsOf(seller, 2, page.at(-1) ?? null);
  }
  expect(pages).toEqual(whole);
  expect(whole).toHaveLength(6);
});

test("nothing of another merchant's or another distributor's is shown", async () => {
  const { seller } = await sellerWithMoney();
  const { merchantId } = other;
  const { distributorId } = seller;
  const foreign = await inMerchant(merchantId, (tx) =>
    listAvailableMovements(tx, { merchantId, distributorId, after: null, limit: 10 }),
  );
  expect(foreign).toEqual([]);
  expect(await movementsOf(await addDistributor(shop))).toEqual([]);
});
