import { expect, test } from "vitest";
import { formatBps, parsePercent } from "@/lib/i18n/format-bps";

test("basis points read as a percentage, whole tens keep their zeros", () => {
  expect([0, 1, 10, 100, 1000, 1250, 1205, 10_000, -350].map(formatBps)).toEqual([
    "0%",
    "0.01%",
    "0.1%",
    "1%",
    "10%",
    "12.5%",
    "12.05%",
    "100%",
    "-3.5%",
  ]);
  expect(formatBps(null)).toBe("—");
});

test("a typed percentage is exact, and nonsense is refused", () => {
  expect(["0", "7", "12.5", "12.05%", "100"].map(parsePercent)).toEqual([
    0, 700, 1250, 1205, 10_000,
  ]);
  expect(["", "-1", "100.01", "1e1", "0.001", "abc"].map(parsePercent)).toEqual(
    Array.from({ length: 6 }, () => null),
  );
});
