import fc from "fast-check";
import { expect, test } from "vitest";
import { countLifeStages, LIFE_STAGES, lifeStage } from "./life-cycle";

const now = new Date("2026-11-22T12:00:00.000+08:00");
const daysAgo = (days: number, ms = 0) => new Date(now.getTime() - days * 86_400_000 + ms);
const applicant = { approvedAt: null, firstShareAt: null, firstOrderAt: null, lastOrderAt: null };
const approved = { ...applicant, approvedAt: daysAgo(90) };
const shared = { ...approved, firstShareAt: daysAgo(80) };
const sold = { ...shared, firstOrderAt: daysAgo(70) };

test.each([
  ["asked to become one", applicant, "applied"],
  ["was approved", approved, "approved"],
  ["shared", shared, "first_share"],
  ["sold for the last time 30 days ago", { ...sold, lastOrderAt: daysAgo(30) }, "first_order"],
  ["sold in the last 30 days", { ...sold, lastOrderAt: daysAgo(30, 1) }, "active"],
  ["sold just now", { ...sold, lastOrderAt: now }, "active"],
  [
    "sold without a share",
    { ...sold, firstShareAt: null, lastOrderAt: daysAgo(60) },
    "first_order",
  ],
])("a distributor who %s is at %3$s", (_what, life, stage) => {
  expect(lifeStage(life, now)).toBe(stage);
});

test("how long an order keeps somebody active is the caller's to say", () => {
  const life = { ...sold, lastOrderAt: daysAgo(10) };
  expect(lifeStage(life, now, 7)).toBe("first_order");
  expect(lifeStage(life, now, 14)).toBe("active");
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
