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
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { getOrderMoney } from "@/features/ledger/queries/get-order-money";
import { listAccountStatement } from "@/features/ledger/queries/list-account-statement";
import { listDistributorAccounts } from "@/features/ledger/queries/list-distributor-accounts";
import { sumReserve } from "@/features/ledger/queries/sum-reserve";
import type { AccountFilter, StatementAccount } from "@/features/ledger/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const day = (days: number) => new Date(Date.UTC(2026, 2, 1) + days * 86_400_000);

let a: TestMerchant;
let b: TestMerchant;
let first: TestOrder;
let second: TestOrder;
let open: TestOrder;
let failed: { payoutId: string; payoutNo: string };
let paid: { payoutId: string; payoutNo: string };

/** 10 % of 99 yuan for level 1, 3 % for level 2, per order. */
beforeAll(async () => {
  ({ a, b } = await testMerchants());
  for (const merchant of [a, b]) {
    await addFreeFreight(merchant);
    await addRule(merchant, { level: 1, rateBps: 1_000 }, day(-10));
    await addRule(merchant, { level: 2, rateBps: 300 }, day(-10));
    await inMerchant(merchant.merchantId, (tx) =>
      tx.taxRule.createMany({
        data: [
          {
            merchantId: merchant.merchantId,
            version: 1,
            name: "劳务报酬所得预扣预缴",
            validFrom: new Date("2019-01-01"),
            terms: {},
            source: "test",
            createdAt: day(-10),
          },
        ],
        skipDuplicates: true,
      }),
    );
  }
  first = await deliveredOrder(a, day(0));
  second = await deliveredOrder(a, day(1));
  for (const now of [day(7), day(8)]) {
    await settleDueCommissions(a.merchantId, { now, limit: 100 });
  }
  const { distributorId, openId } = a.level1;
  const who = { distributorId, openId };
  failed = await bookPayout(a, { ...who, grossFen: 990n, requestedAt: day(9), end: "failed" });
  paid = await bookPayout(a, { ...who, grossFen: 1_200n, requestedAt: day(10), end: "paid" });
  open = await placeTestOrder(
    a,
    await addFriend(a, day(10)),
    [{ skuId: a.skuIds[0], quantity: 1 }],
    day(11),
  );
});

async function deliveredOrder(merchant: TestMerchant, at: Date): Promise<TestOrder> {
  const buyer = await addFriend(merchant, day(-1));
  const order = await placeTestOrder(
    merchant,
    buyer,
    [{ skuId: merchant.skuIds[0], quantity: 1 }],
    at,
  );
  await payTestOrder(merchant, order, at);
  await deliverTestOrder(merchant, order, at);
  return order;
}

const moneyOf = ({ merchantId }: TestMerchant, orderNo: string) =>
  inMerchant(merchantId, (tx) => getOrderMoney(tx, { merchantId, orderNo }));

const statementOf = (
  { merchantId }: TestMerchant,
  distributorId: string,
  page: { account: StatementAccount; below?: number; limit?: number },
) =>
  inMerchant(merchantId, (tx) =>
    listAccountStatement(tx, { merchantId, distributorId, limit: 100, ...page }),
  );

const accountsOf = async ({ merchantId }: TestMerchant, filter: AccountFilter) =>
  (await inMerchant(merchantId, (tx) => listDistributorAccounts(tx, merchantId, filter))).accounts;

test("an order's money adds up: paid, less refunds, fee and commissions, is what the merchant keeps", async () => {
  const money = await moneyOf(a, first.orderNo);
  expect(money).toMatchObject({
    paidFen: 9_900n,
    refundedFen: 0n,
    feeFen: 0n,
    accruedFen: 1_287n,
    clawedBackFen: 0n,
    keptFen: 8_613n,
    commissions: [
      { level: 1, commissionFen: 990n, state: "settled", distributorName: "a-level1" },
      { level: 2, commissionFen: 297n, state: "settled", distributorName: "a-level2" },
    ],
  });
  expect(money?.transfers.map(({ code }) => code)).toEqual([
    "order_paid",
    "commission_accrued",
    "commission_accrued",
    "commission_settled",
    "commission_settled",
  ]);
});

test("what was settled first left first: a payout over two orders shows in both, a failed one in none", async () => {
  const payoutsOf = async ({ orderNo }: TestOrder) =>
    (await moneyOf(a, orderNo))?.commissions.map(({ payouts }) =>
      payouts.map(({ payoutNo, amountFen }) => [payoutNo, amountFen]),
    );
  expect(await payoutsOf(first)).toEqual([[[paid.payoutNo, 990n]], []]);
  expect(await payoutsOf(second)).toEqual([[[paid.payoutNo, 210n]], []]);
  expect(failed.payoutNo).not.toBe(paid.payoutNo);
});

test("an order that is not paid yet has no money, and another merchant's number has no page", async () => {
  expect(await moneyOf(a, open.orderNo)).toMatchObject({
    paidFen: 0n,
    keptFen: 0n,
    transfers: [],
    commissions: [],
  });
  expect(await moneyOf(b, first.orderNo)).toBeNull();
});

test("a statement runs to the balance of today, a hold and its void leave it as it was", async () => {
  const { distributorId } = a.level1;
  const lines = await statementOf(a, distributorId, { account: "commission_available" });
  expect(
    lines.map((line) => [
      line.code,
      line.changeFen,
      line.balanceFen,
      line.heldChangeFen,
      line.heldFen,
    ]),
  ).toEqual([
    ["payout_paid", -1_200n, 780n, -1_200n, 0n],
    ["payout_held", 0n, 1_980n, 1_200n, 1_200n],
    ["payout_voided", 0n, 1_980n, -990n, 0n],
    ["payout_held", 0n, 1_980n, 990n, 990n],
    ["commission_settled", 990n, 1_980n, 0n, 0n],
    ["commission_settled", 990n, 990n, 0n, 0n],
  ]);
  expect(lines.at(0)).toMatchObject({ payoutNo: paid.payoutNo, orderNo: null, position: 6 });
  expect(lines.at(-1)).toMatchObject({ orderNo: first.orderNo, payoutNo: null, position: 1 });
  const pending = await statementOf(a, distributorId, { account: "commission_pending" });
  expect(pending.map(({ changeFen, balanceFen }) => [changeFen, balanceFen])).toEqual([
    [-990n, 0n],
    [-990n, 990n],
    [990n, 1_980n],
    [990n, 990n],
  ]);
});

test("pages of a statement join without a gap, and another merchant's distributor has none", async () => {
  const { distributorId } = a.level1;
  const account = "commission_available" as const;
  const top = await statementOf(a, distributorId, { account, limit: 4 });
  const rest = await statementOf(a, distributorId, { account, limit: 4, below: 3 });
  expect(top.map(({ position }) => position)).toEqual([6, 5, 4, 3]);
  expect(rest.map(({ position, balanceFen }) => [position, balanceFen])).toEqual([
    [2, 1_980n],
    [1, 990n],
  ]);
  expect(await statementOf(b, distributorId, { account })).toEqual([]);
});

test("the accounts come by claim, can be narrowed, and are the merchant's own", async () => {
  const listed = await accountsOf(a, {});
  expect(listed.map(({ name, availableFen }) => [name, availableFen])).toEqual([
    ["a-level1", 780n],
    ["a-level2", 594n],
  ]);
  expect(await accountsOf(a, { text: "LEVEL2" })).toHaveLength(1);
  expect(await accountsOf(a, { only: "debt" })).toEqual([]);
  expect(await accountsOf(a, { only: "in_payout" })).toEqual([]);
  expect(await accountsOf(a, { cursor: `780.${a.level1.distributorId}` })).toMatchObject([
    { name: "a-level2" },
  ]);
  expect((await accountsOf(b, {})).map(({ availableFen }) => availableFen)).toEqual([0n, 0n]);
});

test("the reserve is what all are promised, pending, free and owing together, per merchant", async () => {
  const reserveOf = ({ merchantId }: TestMerchant) =>
    inMerchant(merchantId, (tx) => sumReserve(tx, { merchantId, now: day(11) }));
  expect(await reserveOf(a)).toEqual({
    promisedFen: 1_287n,
    pendingFen: 0n,
    availableFen: 1_374n,
    inPayoutFen: 0n,
    debtFen: 0n,
    withheldTaxFen: 0n,
  });
  expect(await reserveOf(b)).toMatchObject({ promisedFen: 0n, availableFen: 0n });
});
