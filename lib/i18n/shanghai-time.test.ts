import { expect, test } from "vitest";
import { formatDay, formatMinute, formatMoment } from "@/lib/i18n/shanghai-time";

const lateInChina = new Date("2026-06-08T16:05:59Z");

test("an instant is written as China's day and time: for people in words, for tables in figures that sort", () => {
  expect(formatMoment(lateInChina)).toBe("2026年6月9日 00:05");
  expect(formatDay(lateInChina)).toBe("2026年6月9日");
  expect(formatMinute(lateInChina)).toBe("2026-06-09 00:05");
});
