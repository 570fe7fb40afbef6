import { expect, test } from "vitest";
import { hasLapsed } from "./has-lapsed";

const at = (hours: number) => new Date(Date.UTC(2026, 2, 1) + hours * 3_600_000);

test("what WeChat may have taken when it was sent has lapsed 25 hours later, and not a moment before", () => {
  const payout = { sentAt: at(0), confirmUntil: null };
  expect(hasLapsed(payout, new Date(at(25).getTime() - 1))).toBe(false);
  expect(hasLapsed(payout, at(25))).toBe(true);
});

test("WeChat's own date counts where it is later, and never shortens", () => {
  expect(hasLapsed({ sentAt: at(0), confirmUntil: at(30) }, at(30))).toBe(false);
  expect(hasLapsed({ sentAt: at(0), confirmUntil: at(30) }, at(31))).toBe(true);
  expect(hasLapsed({ sentAt: at(0), confirmUntil: at(2) }, at(24))).toBe(false);
});

test("what was never sent does not lapse", () => {
  expect(hasLapsed({ sentAt: null, confirmUntil: null }, at(99))).toBe(false);
});
