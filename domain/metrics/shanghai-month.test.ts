import { expect, test } from "vitest";
import {
  isMonth,
  nextMonth,
  previousMonth,
  shanghaiMonth,
  shanghaiMonthRange,
} from "./shanghai-month";

test("a month begins and ends at midnight in Shanghai", () => {
  expect(shanghaiMonthRange("2026-12")).toEqual({
    from: new Date("2026-11-30T16:00:00Z"),
    to: new Date("2026-12-31T16:00:00Z"),
  });
  expect(shanghaiMonth(new Date("2026-11-30T15:59:59.999Z"))).toBe("2026-11");
  expect(shanghaiMonth(new Date("2026-11-30T16:00:00Z"))).toBe("2026-12");
});

test("months follow each other over the year's end", () => {
  expect([nextMonth("2026-12"), nextMonth("2026-01")]).toEqual(["2027-01", "2026-02"]);
  expect([previousMonth("2027-01"), previousMonth("2026-10")]).toEqual(["2026-12", "2026-09"]);
});

test.each(["2026-13", "2026-00", "2026-1", "202-01", "2026-01-01", ""])(
  "%j is no month",
  (text) => {
    expect(isMonth(text)).toBe(false);
    expect(() => shanghaiMonthRange(text)).toThrow(RangeError);
  },
);
