import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import {
  countCohortRepurchase,
  medianDaysBetweenOrdersTwice,
  REPURCHASE_DAYS,
  repurchaseRateBps,
} from "./repurchase";

test.each([
  [[1, 2, 3], 6_667],
  [[1, 1], 0],
  [[2], 10_000],
  [[0, 1, 2], 5_000],
  [[], null],
  [[0], null],
])("buyers with [%s] orders come back at %s bps", (orders, bps) => {
  expect(repurchaseRateBps(orders)).toBe(bps);
});

const first = "2026-01-01";
const secondAfter = (days: number | null) => ({
  firstDay: first,
  secondDay: days === null ? null : addDays(first, days),
});

test("within 30 days means up to the thirtieth day after, the same day among them", () => {
  const cohort = [0, 30, 31, null].map(secondAfter);
  expect(countCohortRepurchase(cohort, 30, "2026-06-01")).toEqual({
    buyers: 4,
    returned: 2,
    rateBps: 5_000,
    isOver: true,
  });
});

test.each([
  ["the thirtieth day itself", 30, 0, false],
  ["the day after it", 31, 1, true],
])("on %s a buyer's days are over: %3$s counted", (_what, daysLater, buyers, isOver) => {
  const count = countCohortRepurchase([secondAfter(1)], 30, addDays(first, daysLater));
  expect(count).toMatchObject({ buyers, isOver });
  expect(count.rateBps).toBe(buyers === 0 ? null : 10_000);
});

test("a longer time never makes fewer come back, and a rate that is over does not change", () => {
  const cohorts = fc.array(fc.option(fc.nat(250)), { maxLength: 30 });
  fc.assert(
    fc.property(cohorts, fc.nat(400), (gaps, wait) => {
      const cohort = gaps.map(secondAfter);
      const rates = REPURCHASE_DAYS.map((days) =>
        countCohortRepurchase(cohort, days, addDays(first, 181)),
      );
      rates.forEach(({ returned }, at) => {
        expect(returned).toBeGreaterThanOrEqual(rates[at - 1]?.returned ?? 0);
        const days = REPURCHASE_DAYS[at] ?? 0;
        expect(returned).toBe(gaps.filter((gap) => gap !== null && gap <= days).length);
        expect(countCohortRepurchase(cohort, days, addDays(first, 181 + wait))).toEqual(rates[at]);
      });
    }),
  );
});

test.each([
  [[["2026-01-01", "2026-01-11"]], 20n],
  [[["2026-01-11", "2026-01-01", "2026-01-04"]], 10n],
  [[["2026-01-01", "2026-01-01"], ["2026-01-01"]], 0n],
  [
    [
      ["2026-01-01", "2026-01-02"],
      ["2026-01-01", "2026-01-03"],
    ],
    3n,
  ],
  [[["2026-01-01"]], null],
  [[], null],
])("orders on %j lie twice %s days apart in the middle", (days, twice) => {
  expect(medianDaysBetweenOrdersTwice(days)).toBe(twice);
});
