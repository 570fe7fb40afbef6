import { expect, test } from "vitest";
import { sumFen } from "@/domain/money/fen";
import type { summarizeMonth } from "@/domain/months/summarize-month";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { closeMonth } from "@/features/closing/commands/close-month";
import { computeMonth } from "@/features/closing/queries/compute-month";
import { getMonth } from "@/features/closing/queries/get-month";
import { listMonths } from "@/features/closing/queries/list-months";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const beijing = (text: string) => new Date(`${text}+08:00`);
const scopeOf = ({ merchantId, ownerId: staffId }: TestMerchant) => ({ merchantId, staffId });

/** One order in May's last second, one in June with commission, delivered and settled. */
for (const shop of [a, b]) {
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, beijing("2026-05-01T00:00:00"));
  const buy = async (quantity: number, at: Date) => {
    const friend = await addFriend(shop, new Date(at.getTime() - 3_600_000));
    const order = await placeTestOrder(shop, friend, [{ skuId: shop.skuIds[0], quantity }], at);
    await payTestOrder(shop, order, at);
    return order;
  };
  await buy(1, beijing("2026-05-31T23:59:59"));
  const order = await buy(2, beijing("2026-06-01T00:00:00"));
  await deliverTestOrder(shop, order, beijing("2026-06-03T12:00:00"));
  await settleDueCommissions(shop.merchantId, { now: beijing("2026-06-20T12:00:00"), limit: 10 });
}

const figuresOf = (shop: TestMerchant, month: string) =>
  inMerchant(shop.merchantId, (tx) => computeMonth(tx, { merchantId: shop.merchantId, month }));

const balanceOf = ({ accounts }: { accounts: ReturnType<typeof summarizeMonth> }, kind: string) =>
  accounts.find((one) => one.kind === kind);

const readBill = (shop: TestMerchant, day: string) =>
  inMerchant(shop.merchantId, (tx) =>
    tx.wechatBill.create({
      data: {
        merchantId: shop.merchantId,
        kind: "trade",
        day: new Date(day),
        mchId: "",
        state: "different",
        sha256: "x",
        askedAt: new Date(day),
      },
    }),
  );

test("a month is what was booked in it by Shanghai's calendar, and what it opens with is May's end", async () => {
  const [may, june] = [await figuresOf(a, "2026-05"), await figuresOf(a, "2026-06")];
  expect(balanceOf(may, "wechat_clearing")).toMatchObject({ openingFen: 0n, closingFen: -9_900n });
  expect(balanceOf(june, "wechat_clearing")).toMatchObject({
    openingFen: -9_900n,
    debitFen: 19_800n,
    closingFen: -29_700n,
  });
  expect(balanceOf(june, "commission_pending")).toMatchObject({
    openingFen: 990n,
    creditFen: 1_980n,
    debitFen: 1_980n,
    closingFen: 990n,
  });
  expect(balanceOf(june, "commission_available")).toMatchObject({ closingFen: 1_980n });
  for (const { accounts } of [may, june]) {
    expect(sumFen(accounts.map(({ closingFen }) => closingFen))).toBe(0n);
  }
  may.accounts.forEach(({ kind, closingFen }) => {
    expect(balanceOf(june, kind)?.openingFen).toBe(closingFen);
  });
});

test("the last month's end is the ledger's balances to the fen, of this merchant alone", async () => {
  const july = await figuresOf(a, "2026-07");
  const rows = await inMerchant(a.merchantId, (tx) =>
    tx.ledgerAccount.groupBy({ by: ["kind"], _sum: { balanceFen: true } }),
  );
  for (const { kind, _sum } of rows) {
    expect([kind, balanceOf(july, kind)?.closingFen]).toEqual([kind, _sum.balanceFen]);
  }
});

test("a month that runs, has no bookings, unread bills or open cases stays open and says why", async () => {
  const staff = scopeOf(a);
  const july = beijing("2026-07-02T12:00:00");
  expect(await closeMonth(staff, "2026-07", july)).toEqual({ ok: false, reason: "month_running" });
  expect(await closeMonth(staff, "2026-06", beijing("2026-06-30T23:59:59"))).toMatchObject({
    reason: "month_running",
  });
  expect(await closeMonth(staff, "2026-01", july)).toEqual({ ok: false, reason: "nothing_booked" });
  expect(await closeMonth(staff, "2026-06", july)).toEqual({
    ok: false,
    reason: "not_reconciled",
    days: ["2026-06-01"],
  });
  await readBill(a, "2026-06-01");
  const caseId = newId();
  await inMerchant(a.merchantId, (tx) =>
    tx.reconciliationCase.create({
      data: {
        merchantId: a.merchantId,
        id: caseId,
        billKind: "trade",
        day: new Date("2026-06-30"),
        kind: "missing_here",
        lineKind: "payment",
        reference: "X1",
        openedAt: july,
      },
    }),
  );
  expect(await closeMonth(staff, "2026-06", july)).toEqual({
    ok: false,
    reason: "open_cases",
    count: 1,
  });
  const months = await inMerchant(a.merchantId, (tx) =>
    listMonths(tx, { merchantId: a.merchantId, now: july }),
  );
  expect(months).toMatchObject([
    { month: "2026-07", salesFen: 0n, openCases: 0 },
    { month: "2026-06", salesFen: 19_800n, openCases: 1, closedAt: null },
    { month: "2026-05", salesFen: 9_900n },
  ]);
  await inMerchant(a.merchantId, (tx) =>
    tx.reconciliationCase.updateMany({
      where: { id: caseId },
      data: { state: "closed", closedAt: july, resolution: "checked" },
    }),
  );
});

test("a closed month is kept with its hash, once, and nothing booked later changes it", async () => {
  const now = beijing("2026-07-02T12:00:00");
  await readBill(b, "2026-06-01");
  const closed = await Promise.all([1, 2, 3].map(() => closeMonth(scopeOf(b), "2026-06", now)));
  expect(closed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(closed.filter(({ ok }) => !ok)).toEqual(
    [1, 2].map(() => ({ ok: false, reason: "already_closed" })),
  );
  const question = { merchantId: b.merchantId, month: "2026-06" };
  const before = await inMerchant(b.merchantId, (tx) => getMonth(tx, question));
  const friend = await addFriend(b, now);
  const order = await placeTestOrder(b, friend, [{ skuId: b.skuIds[1], quantity: 1 }], now);
  await payTestOrder(b, order, now);
  const after = await inMerchant(b.merchantId, (tx) => getMonth(tx, question));
  expect(after).toEqual(before);
  expect(after.closed?.sha256).toMatch(/^[0-9a-f]{64}$/);
  expect(after.figures).toEqual(await figuresOf(b, "2026-06"));
  const others = await inMerchant(a.merchantId, (tx) =>
    getMonth(tx, { merchantId: a.merchantId, month: "2026-06" }),
  );
  expect(others.closed).toBeNull();
});
