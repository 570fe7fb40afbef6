import { expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { bookPayout } from "@/e2e/booked-payout";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addFreeFreight } from "@/e2e/order-fixtures";
import { earn } from "@/e2e/payout-fixtures";
import { refreshPayoutDays } from "@/features/insights/commands/refresh-payout-days";
import { coverageOf, punctualityFigures } from "@/features/insights/components/payout-figures";
import { askPayoutsBoard } from "@/features/insights/queries/ask-payouts-board";
import { readBoardRequest } from "@/features/insights/schema";
import { getOnTimeRate } from "@/features/payouts/queries/get-on-time-rate";
import { getPayoutCoverage } from "@/features/payouts/queries/get-payout-coverage";
import { summarizeObligations } from "@/features/payouts/queries/summarize-obligations";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
/** Noon in Shanghai: the withdrawals of today are not due yet. */
const now = new Date("2026-06-20T04:00:00.000Z");
const hourMs = 3_600_000;
/** Hours before now, hours until due, minutes until paid, and how it ended. */
const plan = [
  [700, 24, 1, "paid"],
  [699, 24, 90, "paid"],
  [500, 24, 1_439, "paid"],
  [480, 24, 1_441, "paid"],
  [479, 24, 1, "failed"],
  // Refused by the shop within its time, and let wait by it until the payee took it back.
  [478, 24, 1, "refused"],
  [477, 24, 1_441, "cancelled"],
  [300, 48, 2_000, "paid"],
  [200, 24, 9_000, "paid"],
  [120, 24, 45, "paid"],
  // Due on the first moment of a day and on the last one of the day before.
  [100, 88, 30, "paid"],
  [99, 87 - 1 / hourMs, 29, "paid"],
  [80, 24, 0, null],
  // Due this evening: neither late nor on time yet.
  [2, 8, 1, "paid"],
] as const;
const reasons = { refused: "资料不全", cancelled: "cancelled_by_distributor" } as const;

const askBoard = (values: Record<string, string>, of = merchantId, as = of) => {
  const request = readBoardRequest(values, now);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(as, (tx) => askPayoutsBoard(tx, { merchantId: of, request, now }));
};

async function nowOf(values: Record<string, string>, of = merchantId) {
  const { now: stands } = await askBoard(values, of);
  if (!stands) throw new Error("a board of one distributor");
  return stands;
}

async function plant() {
  await addFreeFreight(a);
  await earn(a, a.level1, 20_000n, new Date(now.getTime() - 720 * hourMs));
  for (const [before, dueAfter, minutes, end] of plan) {
    const requestedAt = new Date(now.getTime() - before * hourMs);
    const dueAt = new Date(requestedAt.getTime() + dueAfter * hourMs);
    const { distributorId, openId } = a.level1;
    const endedAt = new Date(requestedAt.getTime() + minutes * 60_000);
    const asked = { distributorId, openId, grossFen: 100n, requestedAt, dueAt };
    if (end === null || end === "failed") await bookPayout(a, { ...asked, end });
    else if (end === "paid") {
      await bookPayout(a, { ...asked, end, columns: { paidAt: endedAt, endedAt } });
    } else {
      const columns = { state: end, failReason: reasons[end], endedAt };
      await bookPayout(a, { ...asked, end: "failed", columns });
    }
  }
}

test("the board tells of any window what the withdrawals themselves tell, and forgets what is no longer so", async () => {
  await plant();
  await refreshPayoutDays(merchantId, now);
  const today = shanghaiDay(now);
  for (const days of [1, 3, 5, 10, 21, 40]) {
    const from = addDays(today, 1 - days);
    const board = await askBoard({ from, until: today });
    const span = { from: shanghaiDayRange(from).from, until: now };
    const rate = await inMerchant(merchantId, (tx) => getOnTimeRate(tx, { merchantId, ...span }));
    const { due, onTime, medianMinutes, p90Minutes } = board.current;
    const ms = (minutes: number | null) => minutes && minutes * 60_000;
    expect([days, due, onTime, ms(medianMinutes), ms(p90Minutes)]).toEqual([
      ...[days, rate.due, rate.onTime, rate.medianMs, rate.p90Ms],
    ]);
    expect(punctualityFigures(board.current).payoutOnTimeRate.value).toBe(rate.rateBps);
    expect(board.periods.reduce((sum, one) => sum + one.due, 0)).toBe(due);
  }
  const whole = await askBoard({ from: addDays(today, -39), until: today });
  expect(whole.current).toMatchObject({ due: 12, onTime: 7, medianMinutes: 90, p90Minutes: 9_000 });
  expect(whole.before).toMatchObject({ due: 0, onTime: 0, medianMinutes: null });
  const inTime = "update payout set paid_at = due_at, ended_at = due_at where paid_at > due_at";
  await asSuperuser((db) => db.query(inTime));
  await refreshPayoutDays(merchantId, now);
  const after = await askBoard({ from: addDays(today, -39), until: today });
  expect(after.current).toMatchObject({ due: 12, onTime: 9 });
});

test("of one distributor the board tells what their withdrawals tell, by the shop's own rule, and nobody's are none", async () => {
  const today = shanghaiDay(now);
  for (const days of [3, 21, 40]) {
    const window = { from: addDays(today, 1 - days), until: today };
    const whole = await askBoard(window);
    const slice = `distributor:${a.level1.distributorId}`;
    const own = await askBoard({ ...window, slice });
    expect([own.current, own.periods]).toEqual([whole.current, whole.periods]);
    expect(own.now).toBeNull();
    for (const other of [a.level2.distributorId, "nobody"]) {
      const none = await askBoard({ ...window, slice: `distributor:${other}` });
      expect([none.current.due, none.current.medianMinutes, none.now]).toEqual([0, null, null]);
    }
  }
});

test("what is owed is what the accounts hold, kept or not, and another merchant's is its own", async () => {
  const plain = await inMerchant(merchantId, (tx) => summarizeObligations(tx, { merchantId, now }));
  const { byState, byDueDay, ageing, ...balances } = plain;
  const { open, owed } = await nowOf({});
  expect(open).toEqual({ byState, byDueDay, ageing });
  expect(owed).toMatchObject({ ...balances, summedAt: now, balance: null });
  // One of the withdrawals is open: its amount is held.
  expect(owed.owedFen).toBe(balances.availableFen + 100n);
  expect(coverageOf(owed).value).toBeNull();
  expect(coverageOf({ ...owed, balance: { fen: owed.owedFen / 2n, day: "" } }).value).toBe(5_000);
  // A bill that comes after the sums is known at once, here as on the finance page.
  await asSuperuser((db) =>
    db.query(
      `insert into wechat_bill (merchant_id, kind, day, mch_id, state, totals, asked_at)
       values ($1, 'fund_flow', '2026-06-19', $2, 'matched', '{"closingFen":"50"}', $3)`,
      [merchantId, a.wechat.mchId, now],
    ),
  );
  const { owed: billed } = await nowOf({});
  const coverage = await inMerchant(merchantId, (tx) => getPayoutCoverage(tx, { merchantId }));
  expect(billed.balance).toEqual({ fen: 50n, day: "2026-06-19" });
  expect(coverageOf(billed).value).toBe(coverage.coverageBps);
  // Its own rows, then each of the two guards alone: what may be seen, and what is asked for.
  for (const [as, of] of [
    [b, b],
    [b, a],
    [a, b],
  ] as const) {
    const { now: stands, current, periods } = await askBoard({}, of.merchantId, as.merchantId);
    const { owed: owes, open: waiting } = stands ?? {};
    expect([owes?.owedFen, waiting?.byState, waiting?.byDueDay]).toEqual([0n, [], []]);
    expect(current.due).toBe(0);
    expect(periods.reduce((sum, { due }) => sum + due, 0)).toBe(0);
  }
});
