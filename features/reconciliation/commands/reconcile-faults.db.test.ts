import { expect, test } from "vitest";
import { sandboxWithClock } from "@/e2e/bill-fixtures";
import { faultSchema } from "@/wechat-sandbox/schemas/fault";
import { bookOperating } from "@/wechat-sandbox/store/operating-book";

const beijing = (text: string) => new Date(`${text}+08:00`);
const { a, b, clock, wechat, payAtWechat } = await sandboxWithClock(beijing("2026-03-01T00:00:00"));

// Loaded late: they read the address of WeChat.
const { bookPayout } = await import("@/e2e/booked-payout");
const { addFreeFreight, addFriend, addRule, deliverTestOrder, payTestOrder, placeTestOrder } =
  await import("@/e2e/order-fixtures");
const { settleDueCommissions } = await import(
  "@/features/commissions/commands/settle-due-commissions"
);
const { closeCase } = await import("@/features/reconciliation/commands/close-case");
const { reconcileDay } = await import("@/features/reconciliation/commands/reconcile-day");
const { listCases } = await import("@/features/reconciliation/queries/list-cases");
const { inMerchant } = await import("@/lib/db/in-merchant");

const { merchantId } = a;
const { db } = wechat.sandbox;
await addFreeFreight(a);

let date = 1;
const nextDay = () => {
  date += 1;
  const number = String(date).padStart(2, "0");
  const next = String(date + 1).padStart(2, "0");
  return {
    day: `2026-03-${number}`,
    at: (time: string) => beijing(`2026-03-${number}T${time}`),
    later: beijing(`2026-03-${next}T10:05:00`),
  };
};

const spoil = (endpoint: string, kind: string) =>
  wechat.sandbox.faults.add(faultSchema.parse({ endpoint, kind }));

async function reconcile(kind: "trade" | "fund_flow", day: string, now: Date) {
  clock.now = now;
  return reconcileDay(merchantId, { kind, day, now });
}

async function openCases() {
  const { cases } = await inMerchant(merchantId, (tx) =>
    listCases(tx, merchantId, { state: "open" }),
  );
  return cases;
}

async function sellTwo(at: Date): Promise<void> {
  for (const quantity of [1, 2]) {
    const order = await placeTestOrder(a, a.buyer, [{ skuId: a.skuIds[0], quantity }], at);
    payAtWechat(a, order, at);
    await payTestOrder(a, order, at);
  }
}

test.each(["bom", "no_back_ticks"])("a bill with %s is read as any other", async (kind) => {
  const { day, at, later } = nextDay();
  await sellTwo(at("12:00:00"));
  spoil("tradebill_file", kind);
  expect(await reconcile("trade", day, later)).toEqual({
    ok: true,
    state: "matched",
    openCases: 0,
  });
});

test.each([
  ["missing_tail", "missing_tail"],
  ["wrong_total", "wrong_totals"],
  ["other_day", "another_day"],
])("a bill with %s is not read in part: it is a case until it is whole", async (kind, reason) => {
  const { day, at, later } = nextDay();
  await sellTwo(at("12:00:00"));
  spoil("tradebill_file", kind);
  expect(await reconcile("trade", day, later)).toEqual({ ok: false, reason });
  expect(await openCases()).toMatchObject([{ kind: "bill_unreadable", reference: "bill", day }]);
  const stored = await inMerchant(merchantId, (tx) =>
    tx.wechatBillLine.count({ where: { day: new Date(day) } }),
  );
  expect(stored).toBe(0);
  expect(await reconcile("trade", day, later)).toMatchObject({ ok: true, state: "matched" });
  expect(await openCases()).toEqual([]);
});

test.each([
  ["missing_line", "missing_there"],
  ["changed_amount", "amount_differs"],
  ["extra_line", "missing_here"],
])("a bill with %s, right in itself, is a case of %s", async (kind, caseKind) => {
  const { day, at, later } = nextDay();
  await sellTwo(at("12:00:00"));
  spoil("tradebill_file", kind);
  expect(await reconcile("trade", day, later)).toMatchObject({ state: "different", openCases: 1 });
  const [open] = await openCases();
  expect(open).toMatchObject({ kind: caseKind, day });
  const staff = { merchantId, staffId: a.ownerId };
  await closeCase(staff, { caseId: open?.caseId ?? "", resolution: "已与微信核对" }, later);
});

test("a bill that is not made yet waits without a case", async () => {
  const { day, at, later } = nextDay();
  await sellTwo(at("12:00:00"));
  spoil("tradebill_file", "not_ready");
  expect(await reconcile("trade", day, later)).toEqual({ ok: false, reason: "not_ready" });
  expect(await openCases()).toEqual([]);
  expect(await reconcile("trade", day, later)).toMatchObject({ state: "matched" });
});

test("transfers match by what left and came back, over days, and a paid one must have left", async () => {
  const shop = b;
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_000 }, beijing("2026-03-01T00:00:00"));
  const friend = await addFriend(shop, beijing("2026-03-01T01:00:00"));
  const sold = [{ skuId: shop.skuIds[0], quantity: 10 }];
  const order = await placeTestOrder(shop, friend, sold, beijing("2026-03-01T02:00:00"));
  await payTestOrder(shop, order, beijing("2026-03-01T02:00:00"));
  await deliverTestOrder(shop, order, beijing("2026-03-01T03:00:00"));
  await settleDueCommissions(shop.merchantId, { now: beijing("2026-03-09T00:00:00"), limit: 9 });
  const { distributorId, openId } = shop.level1;
  const paidOut = { distributorId, openId, grossFen: 1_000n };
  const book = (kind: "transfer" | "transfer_return", payoutNo: string, fen: number, at: Date) =>
    bookOperating(db, {
      mch_id: shop.wechat.mchId,
      at: at.getTime(),
      kind,
      amount: fen,
      transfer_bill_no: `13${payoutNo}`,
      out_bill_no: payoutNo,
      remark: "",
    });
  const compare = async (day: string, now: Date) => {
    clock.now = now;
    return reconcileDay(shop.merchantId, { kind: "fund_flow", day, now });
  };

  const paid = await bookPayout(shop, {
    ...paidOut,
    requestedAt: beijing("2026-03-20T12:00:00"),
    end: "paid",
  });
  const failed = await bookPayout(shop, {
    ...paidOut,
    requestedAt: beijing("2026-03-20T13:00:00"),
    end: "failed",
  });
  book("transfer", paid.payoutNo, -1_000, beijing("2026-03-20T12:00:01"));
  book("transfer", failed.payoutNo, -1_000, beijing("2026-03-20T13:00:01"));
  expect(await compare("2026-03-20", beijing("2026-03-21T10:05:00"))).toMatchObject({
    state: "different",
    openCases: 1,
  });
  const { cases } = await inMerchant(shop.merchantId, (tx) =>
    listCases(tx, shop.merchantId, { state: "open" }),
  );
  expect(cases).toMatchObject([
    { kind: "state_differs", lineKind: "transfer", reference: failed.payoutNo, ourState: "failed" },
  ]);
  book("transfer_return", failed.payoutNo, 1_000, beijing("2026-03-21T13:00:01"));
  const dayAfter = beijing("2026-03-22T10:05:00");
  expect(await compare("2026-03-21", dayAfter)).toMatchObject({ state: "matched" });
  expect(await compare("2026-03-20", dayAfter)).toEqual({
    ok: true,
    state: "matched",
    openCases: 0,
  });
});
