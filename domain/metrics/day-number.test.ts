import { expect, test } from "vitest";
import { dayNumber, dayOfNumber } from "./day-number";

test("days and their numbers lead to each other, over leap days and centuries", () => {
  expect(dayNumber("1970-01-01")).toBe(0);
  expect(dayNumber("2028-03-01") - dayNumber("2028-02-28")).toBe(2);
  for (const day of ["1999-12-31", "2024-02-29", "2026-11-22", "2100-03-01"]) {
    expect(dayOfNumber(dayNumber(day))).toBe(day);
  }
});

test("what is no day is refused", () => {
  expect(() => dayNumber("2026-02-30T")).toThrow(RangeError);
  expect(() => dayNumber("gestern")).toThrow(RangeError);
});
