import { expect, test } from "vitest";
import { sandboxWithClock } from "@/e2e/bill-fixtures";
import type { TestMerchant } from "@/e2e/database";
import type { TestOrder } from "@/e2e/order-fixtures";
import { newId } from "@/lib/ids/new-id";

const beijing = (text: string) => new Date(`${text}+08:00`);
const { a, b, clock, wechat, payAtWechat, refundAtWechat } = await sandboxWithClock(
  beijing("2026-06-01T00:00:00"),
);

// Loaded late: they read the address of WeChat.
const { addFreeFreight, paymentResult, payTestOrder, placeTestOrder } = await import(
  "@/e2e/order-fixtures"
);
const { cancelOrder } = await import("@/features/orders/commands/cancel-order");
const { applyPaymentResult } = await import("@/features/payments/commands/apply-payment-result");
const { assignCase } = await import("@/features/reconciliation/commands/assign-case");
const { closeCase } = await import("@/features/reconciliation/commands/close-case");
const { getCase } = await import("@/features/reconciliation/queries/get-case");
const { listBillDays } = await import("@/features/reconciliation/queries/list-bill-days");
const { listCases } = await import("@/features/reconciliation/queries/list-cases");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { reconcileDay } = await import("@/features/reconciliation/commands/reconcile-day");
const { reconcileDueDays } = await import("@/features/reconciliation/commands/reconcile-due-days");
for (const shop of [a, b]) await addFreeFreight(shop);

/** Each test has a day of its own. */
let month = 2;
function nextDay() {
  month += 1;
  const day = `2026-${String(month).padStart(2, "0")}-10`;
  const next = `2026-${String(month).padStart(2, "0")}-11`;
  return {
    day,
    at: (time: string) => beijing(`${day}T${time}`),
    later: beijing(`${next}T10:05:00`),
    next,
  };
}

const place = (shop: TestMerchant, at: Date, quantity = 1) =>
  placeTestOrder(shop, shop.buyer, [{ skuId: shop.skuIds[0], quantity }], at);

/** Placed and paid at the same moment, at WeChat and here. */
async function sell(shop: TestMerchant, at: Date, quantity = 1): Promise<TestOrder> {
  const order = await place(shop, at, quantity);
  payAtWechat(shop, order, at);
  await payTestOrder(shop, order, at);
  return order;
}

async function reconcile(shop: TestMerchant, day: string, now: Date) {
  clock.now = now;
  return reconcileDay(shop.merchantId, { kind: "trade", day, now });
}

const casesOf = async (shop: TestMerchant, state: "open" | "closed" = "open") =>
  (await inMerchant(shop.merchantId, (tx) => listCases(tx, shop.merchantId, { state }))).cases;

async function feesOf(shop: TestMerchant) {
  const rows = await inMerchant(shop.merchantId, (tx) =>
    tx.ledgerTransfer.findMany({
      where: { code: "payment_fee_charged" },
      orderBy: { amountFen: "asc" },
    }),
  );
  return rows.map(({ amountFen }) => amountFen);
}

test("a day on which both sides agree is matched, its fees are booked once however often it runs", async () => {
  const { day, at, later } = nextDay();
  await sell(a, at("12:00:00"));
  await sell(a, at("13:00:00"), 2);
  expect(await reconcile(a, day, later)).toEqual({ ok: true, state: "matched", openCases: 0 });
  expect(await feesOf(a)).toEqual([59n, 119n]);
  expect(await reconcile(a, day, later)).toEqual({ ok: true, state: "matched", openCases: 0 });
  await Promise.all([reconcile(a, day, later), reconcile(a, day, later)]);
  expect(await feesOf(a)).toEqual([59n, 119n]);
  const [view] = await inMerchant(a.merchantId, (tx) =>
    listBillDays(tx, { merchantId: a.merchantId, now: later, days: 1 }),
  );
  expect(view).toMatchObject({
    day,
    bills: { trade: { state: "matched", lineCount: 2, inFen: 29_700n, feeFen: 178n } },
  });
});

test("two runs at once read a bill once", async () => {
  const { day, at, later } = nextDay();
  await sell(a, at("12:00:00"));
  const results = await Promise.all([1, 2, 3].map(() => reconcile(a, day, later)));
  expect(results.every(({ ok }) => ok)).toBe(true);
  const lines = await inMerchant(a.merchantId, (tx) =>
    tx.wechatBillLine.count({ where: { day: new Date(day) } }),
  );
  expect(lines).toBe(1);
});

test("a day without any payment is matched, and another merchant's payments do not enter", async () => {
  const { day, at, later } = nextDay();
  await sell(b, at("12:00:00"));
  expect(await reconcile(a, day, later)).toMatchObject({ state: "matched" });
  expect(await reconcile(b, day, later)).toMatchObject({ state: "matched" });
});

test("a payment whose notification was lost is asked for and applied before it becomes a case", async () => {
  const { day, at, later } = nextDay();
  const order = await place(a, at("12:00:00"));
  payAtWechat(a, order, at("12:01:00"));
  expect(await reconcile(a, day, later)).toEqual({ ok: true, state: "matched", openCases: 0 });
  const paid = await inMerchant(a.merchantId, (tx) =>
    tx.order.findUniqueOrThrow({
      where: { merchantId_id: { merchantId: a.merchantId, id: order.orderId } },
    }),
  );
  expect(paid.state).toBe("paid");
});

test("each difference is one case however often it is found, and closes itself when it is explained", async () => {
  const { day, at, later } = nextDay();
  const missing = await place(a, at("12:00:00"));
  await payTestOrder(a, missing, at("12:00:00"));
  payAtWechat(a, { outTradeNo: "NOT_OURS_1", payableFen: 500n }, at("13:00:00"));
  for (let run = 0; run < 3; run += 1) {
    expect(await reconcile(a, day, later)).toEqual({ ok: true, state: "different", openCases: 2 });
  }
  expect(await casesOf(a)).toMatchObject([
    { kind: "missing_here", reference: "NOT_OURS_1", oursFen: null, theirsFen: 500n },
    { kind: "missing_there", reference: missing.outTradeNo, oursFen: 9_900n, theirsFen: null },
  ]);
  // WeChat booked it after midnight: the next day's bill has it.
  const next = beijing("2026-07-11T00:00:01");
  payAtWechat(a, missing, next);
  await reconcile(a, "2026-07-11", beijing("2026-07-12T10:05:00"));
  expect(await reconcile(a, day, beijing("2026-07-12T10:06:00"))).toMatchObject({ openCases: 1 });
  expect(await casesOf(a, "closed")).toMatchObject([
    { reference: missing.outTradeNo, closedByName: null, resolution: "explained_itself" },
  ]);
  const [open] = await casesOf(a);
  await closeCase(a2(), { caseId: open?.caseId ?? "", resolution: "测试付款，已退回" }, later);
  expect(await reconcile(a, day, later)).toEqual({ ok: true, state: "different", openCases: 0 });
});

const a2 = () => ({ merchantId: a.merchantId, staffId: a.ownerId });

test("an amount that differs is a case with both amounts, and so is a payment that we hold for unpaid", async () => {
  const { day, at, later } = nextDay();
  const order = await place(b, at("12:00:00"));
  await payTestOrder(b, order, at("12:00:00"));
  payAtWechat(b, order, at("12:00:00"), 9_800n);
  // WeChat knows the number under another amount: the poll does not apply it either.
  const other = await place(b, at("12:10:00"));
  payAtWechat(b, other, at("12:10:00"), 100n);
  expect(await reconcile(b, day, later)).toMatchObject({ state: "different", openCases: 2 });
  const cases = await casesOf(b);
  const of = (one: TestOrder) => cases.find(({ reference }) => reference === one.outTradeNo);
  const amounts = { kind: "amount_differs", oursFen: 9_900n };
  expect(of(order)).toMatchObject({ ...amounts, ourState: "success", theirsFen: 9_800n });
  expect(of(other)).toMatchObject({ ...amounts, ourState: "created", theirsFen: 100n });
  const caseId = of(order)?.caseId ?? "";
  const detail = await inMerchant(b.merchantId, (tx) => getCase(tx, b.merchantId, caseId));
  expect(detail).toMatchObject({ orderNo: order.orderNo, lines: [{ amountFen: 9_800n, day }] });
  expect(await inMerchant(a.merchantId, (tx) => getCase(tx, a.merchantId, caseId))).toBeNull();
  for (const { caseId: id } of cases) {
    await closeCase(
      { merchantId: b.merchantId, staffId: b.ownerId },
      { caseId: id, resolution: "已核对" },
      later,
    );
  }
});

test("a case has one owner of the shop and one end", async () => {
  const { day, at, later } = nextDay();
  payAtWechat(a, { outTradeNo: "NOT_OURS_2", payableFen: 700n }, at("13:00:00"));
  await reconcile(a, day, later);
  const [open] = await casesOf(a);
  const caseId = open?.caseId ?? "";
  const [mine, foreign] = [a2(), { merchantId: b.merchantId, staffId: b.ownerId }];
  expect(await assignCase(foreign, { caseId, ownerId: b.ownerId }, later)).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await assignCase(mine, { caseId, ownerId: b.ownerId }, later)).toEqual({
    ok: false,
    reason: "no_such_person",
  });
  expect(await assignCase(mine, { caseId, ownerId: a.ownerId }, later)).toEqual({ ok: true });
  expect((await casesOf(a))[0]).toMatchObject({ ownerId: a.ownerId, ownerName: "Owner" });
  expect(await closeCase(foreign, { caseId, resolution: "x" }, later)).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await closeCase(mine, { caseId: newId(), resolution: "x" }, later)).toMatchObject({
    reason: "not_found",
  });
  const both = await Promise.all(
    ["一", "二"].map((resolution) => closeCase(mine, { caseId, resolution }, later)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await assignCase(mine, { caseId, ownerId: null }, later)).toEqual({
    ok: false,
    reason: "closed",
  });
});

test("before 10:00 nothing is asked; after it the last seven days are, and failures are noted", async () => {
  const { day, at, later } = nextDay();
  await sell(b, at("12:00:00"));
  clock.now = beijing(`${later.toISOString().slice(0, 10)}T09:59:00`);
  expect(await reconcileDueDays(b.merchantId, { now: clock.now })).toEqual({ reconciled: 0 });
  clock.now = later;
  wechat.sandbox.faults.add({
    endpoint: "tradebill",
    kind: "server_error",
    times: 1,
    probability: 1,
    delayMs: 0,
    copies: 1,
    status: 500,
    code: "SYSTEM_ERROR",
    message: "",
  });
  expect(await reconcileDueDays(b.merchantId, { now: later })).toEqual({ reconciled: 14 });
  wechat.sandbox.faults.clear();
  await reconcileDueDays(b.merchantId, { now: later });
  const [view] = await inMerchant(b.merchantId, (tx) =>
    listBillDays(tx, { merchantId: b.merchantId, now: later, days: 1 }),
  );
  expect(view).toMatchObject({ day, bills: { trade: { state: "matched" } } });
});

test("a bill of a day that is not over is not there", async () => {
  const now = beijing("2026-12-20T12:00:00");
  expect(await reconcile(a, "2026-12-20", now)).toMatchObject({ ok: false });
  expect(await reconcile(a, "2026-12-19", beijing("2026-12-20T09:00:00"))).toEqual({
    ok: false,
    reason: "not_ready",
  });
});

test("a payment that came too late and its refund, both lost on the way, stand on both sides in the end", async () => {
  const { day, at, later } = nextDay();
  const { merchantId } = b;
  const everything = [{ skuId: b.skuIds[2], quantity: 100 }];
  const late = await placeTestOrder(b, b.buyer, everything, at("12:00:00"));
  await cancelOrder(b.scope(), late.orderNo, at("12:01:00"));
  const other = await placeTestOrder(b, b.buyer, everything, at("12:02:00"));
  payAtWechat(b, other, at("12:03:00"));
  await payTestOrder(b, other, at("12:03:00"));
  payAtWechat(b, late, at("23:59:59"));
  const { outcome } = await applyPaymentResult(
    merchantId,
    paymentResult(b, late, at("23:59:59")),
    at("23:59:59"),
  );
  expect(outcome).toBe("refunding");
  const [refund] = await inMerchant(merchantId, (tx) =>
    tx.refund.findMany({ where: { orderId: late.orderId } }),
  );
  const { outRefundNo = "", amountFen = 0n } = refund ?? {};
  refundAtWechat(
    b,
    { outTradeNo: late.outTradeNo, outRefundNo, totalFen: amountFen, refundFen: amountFen },
    at("23:59:59"),
  );
  expect(await reconcile(b, day, later)).toMatchObject({ state: "matched", openCases: 0 });
  const fees = await inMerchant(merchantId, (tx) =>
    tx.ledgerTransfer.findMany({ where: { code: "payment_fee_returned" } }),
  );
  expect(fees).toMatchObject([{ referenceId: refund?.id, amountFen: 11_940n }]);
});
