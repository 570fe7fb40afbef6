import { expect, test } from "vitest";
import { beijingTime } from "./beijing-time";

test.each([
  ["2026-11-21T15:59:59.999Z", "2026-11-21T23:59:59+08:00"],
  ["2026-11-21T16:00:00.000Z", "2026-11-22T00:00:00+08:00"],
  ["2026-12-31T20:00:00.000Z", "2027-01-01T04:00:00+08:00"],
])("%s is %s", (utc, beijing) => {
  expect(beijingTime(new Date(utc))).toBe(beijing);
  const lost = new Date(utc).getTime() - new Date(beijing).getTime();
  expect(lost).toBeGreaterThanOrEqual(0);
  expect(lost).toBeLessThan(1_000);
});
