import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { countGroupedRepurchase, repurchaseSpan } from "./grouped-repurchase";
import { countCohortRepurchase, REPURCHASE_DAYS } from "./repurchase";

const buyer = fc.record({
  first: fc.integer({ min: 0, max: 300 }),
  gap: fc.option(fc.integer({ min: 0, max: 250 })),
});

test("buyers counted by day and span come back at the same rates as one by one", () => {
  fc.assert(
    fc.property(
      fc.array(buyer, { maxLength: 40 }),
      fc.integer({ min: 0, max: 400 }),
      (buyers, ago) => {
        const today = addDays("2026-01-01", ago);
        const cohort = buyers.map(({ first, gap }) => {
          const firstDay = addDays("2026-01-01", first);
          return { firstDay, secondDay: gap === null ? null : addDays(firstDay, gap) };
        });
        const groups = buyers.map(({ first, gap }) => ({
          firstDay: addDays("2026-01-01", first),
          withinDays: repurchaseSpan(gap),
          buyers: 1,
        }));
        for (const days of REPURCHASE_DAYS) {
          expect(countGroupedRepurchase(groups, days, today)).toEqual(
            countCohortRepurchase(cohort, days, today),
          );
        }
      },
    ),
  );
});

test.each([
  [0, 30],
  [30, 30],
  [31, 60],
  [180, 180],
  [181, 0],
  [null, 0],
])("a second order after %s days lies within the span of %s", (gap, span) => {
  expect(repurchaseSpan(gap)).toBe(span);
});
