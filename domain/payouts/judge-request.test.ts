import { expect, test } from "vitest";
import { coolingDownUntil } from "./cool-down";
import { dueDate } from "./due-date";
import { judgeRequest, leftUnder, type RequestFacts } from "./judge-request";

const now = new Date("2026-03-10T04:00:00.000Z");
const later = new Date(now.getTime() + 1);
const fine: RequestFacts = {
  grossFen: 1_000n,
  channel: "wechat",
  isDistributor: true,
  isFrozen: false,
  hasWechat: true,
  account: { hasBank: true, coolingDownUntil: null },
  openPayoutNo: null,
  availableFen: 1_000n,
  debtFen: 0n,
  personTodayFen: 4_000n,
  merchantTodayFen: 9_000n,
  policy: { minFen: 1_000n, dailyCapFen: 5_000n, dailyTotalFen: 10_000n },
};

test("at every edge it is granted", () => {
  expect(judgeRequest(fine, now)).toBeNull();
  expect(judgeRequest({ ...fine, channel: "bank", hasWechat: false }, now)).toBeNull();
  expect(
    judgeRequest({ ...fine, account: { hasBank: false, coolingDownUntil: now } }, now),
  ).toBeNull();
});

test.each<[Partial<RequestFacts>, object]>([
  [{ isDistributor: false, isFrozen: true }, { reason: "not_a_distributor" }],
  [{ isFrozen: true, openPayoutNo: "n" }, { reason: "frozen" }],
  [
    { openPayoutNo: "n", debtFen: 1n },
    { reason: "payout_open", payoutNo: "n" },
  ],
  [
    { debtFen: 1n, account: null },
    { reason: "in_debt", debtFen: 1n },
  ],
  [{ account: null, hasWechat: false }, { reason: "account_missing" }],
  [
    { channel: "bank", account: { hasBank: false, coolingDownUntil: later } },
    { reason: "bank_missing" },
  ],
  [{ hasWechat: false, grossFen: 1n }, { reason: "wechat_not_set_up" }],
  [
    { account: { hasBank: true, coolingDownUntil: later }, grossFen: 1n },
    { reason: "cooling_down", until: later },
  ],
  [
    { grossFen: 999n, availableFen: 0n },
    { reason: "below_minimum", minimumFen: 1_000n },
  ],
  [
    { availableFen: 999n, personTodayFen: 5_000n },
    { reason: "above_available", availableFen: 999n },
  ],
  [
    { personTodayFen: 4_001n, merchantTodayFen: 9_001n },
    { reason: "daily_cap", leftFen: 999n },
  ],
  [{ merchantTodayFen: 9_001n }, { reason: "merchant_daily_cap" }],
])("%o is refused: %o", (change, refusal) => {
  expect(judgeRequest({ ...fine, ...change }, now)).toEqual(refusal);
});

test("a cap that was lowered leaves nothing, not less", () => {
  expect(leftUnder(5n, 9n)).toBe(0n);
  expect(leftUnder(9n, 9n)).toBe(0n);
  expect(leftUnder(9n, 5n)).toBe(4n);
});

test("due at the end of the day in Shanghai, so many days after the request", () => {
  const due = (at: string, days: number) => dueDate(new Date(at), days).toISOString();
  expect(due("2026-03-10T15:59:59.999Z", 0)).toBe("2026-03-10T15:59:59.999Z");
  expect(due("2026-03-10T16:00:00.000Z", 0)).toBe("2026-03-11T15:59:59.999Z");
  expect(due("2026-03-10T04:00:00.000Z", 3)).toBe("2026-03-13T15:59:59.999Z");
});

test("the cool-down runs from a change, not from the first entry, and ends", () => {
  const createdAt = new Date(now.getTime() - 86_400_000);
  const until = (changedAt: Date, at: Date) => coolingDownUntil({ createdAt, changedAt }, 24, at);
  expect(until(createdAt, createdAt)).toBeNull();
  const end = new Date(now.getTime() + 86_400_000);
  expect(until(now, now)).toEqual(end);
  expect(until(now, new Date(end.getTime() - 1))).toEqual(end);
  expect(until(now, end)).toBeNull();
});
