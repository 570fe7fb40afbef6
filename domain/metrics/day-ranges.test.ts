import { expect, test } from "vitest";
import { dayRanges } from "./day-ranges";

test("consecutive days are one range, over the month's end too", () => {
  const days = ["2026-10-01", "2026-10-30", "2026-10-31", "2026-11-01", "2026-11-03"];
  expect(dayRanges(days)).toEqual([
    { from: "2026-10-01", to: "2026-10-01" },
    { from: "2026-10-30", to: "2026-11-01" },
    { from: "2026-11-03", to: "2026-11-03" },
  ]);
  expect(dayRanges([])).toEqual([]);
});
