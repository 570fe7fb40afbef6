import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { countLifeStages, LIFE_STAGES, lifeStage } from "./life-cycle";

const today = "2026-11-22";
const daysAgo = (days: number) => addDays(today, -days);
const applicant = {
  approvedDay: null,
  firstShareDay: null,
  firstOrderDay: null,
  lastOrderDay: null,
};
const approved = { ...applicant, approvedDay: daysAgo(90) };
const shared = { ...approved, firstShareDay: daysAgo(80) };
const sold = { ...shared, firstOrderDay: daysAgo(70) };

test.each([
  ["asked to become one", applicant, "applied"],
  ["was approved", approved, "approved"],
  ["shared", shared, "first_share"],
  ["sold for the last time 30 days ago", { ...sold, lastOrderDay: daysAgo(30) }, "first_order"],
  ["sold on the first of the last 30 days", { ...sold, lastOrderDay: daysAgo(29) }, "active"],
  ["sold today", { ...sold, lastOrderDay: today }, "active"],
  [
    "sold without a share",
    { ...sold, firstShareDay: null, lastOrderDay: daysAgo(60) },
    "first_order",
  ],
])("a distributor who %s is at %3$s", (_what, life, stage) => {
  expect(lifeStage(life, today)).toBe(stage);
});

test("each stage counts those who passed it, so that stages only get fewer", () => {
  expect(countLifeStages(["applied", "active", "first_share", "first_share"])).toEqual({
    applied: 4,
    approved: 3,
    first_share: 3,
    first_order: 1,
    active: 1,
  });
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...LIFE_STAGES)), (stages) => {
      const counts = countLifeStages(stages);
      const list = LIFE_STAGES.map((stage) => counts[stage]);
      expect(list[0]).toBe(stages.length);
      expect(list.toSorted((a, b) => b - a)).toEqual(list);
    }),
  );
});
