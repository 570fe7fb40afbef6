import { describe, expect, test } from "vitest";
import type { Figure } from "@/domain/metrics/figure";
import {
  figureChange,
  plainFigure,
  writeFigure,
} from "@/features/insights/components/board-figure";

describe("a figure is written for people and for files", () => {
  test.each<[Figure, string, string]>([
    [{ unit: "fen", value: 123_450n }, "¥1,234.50", "1234.50"],
    [{ unit: "fen", value: -5n }, "-¥0.05", "-0.05"],
    [{ unit: "count", value: 1_234_567 }, "1,234,567", "1234567"],
    [{ unit: "count", value: -1_234n }, "-1,234", "-1234"],
    [{ unit: "bps", value: 1_250 }, "12.5%", "12.5"],
    [{ unit: "points", value: -3_333 }, "-33.33", "-33.33"],
    [{ unit: "halves", value: 25n }, "12.5", "12.5"],
    [{ unit: "halves", value: 2_468n }, "1,234", "1234"],
    [{ unit: "tenths", value: 12_345n }, "1,234.5", "1234.5"],
    [{ unit: "bps", value: null }, "—", ""],
    [{ unit: "fen", value: null }, "—", ""],
  ])("%o", (figure, people, file) => {
    expect([writeFigure(figure), plainFigure(figure)]).toEqual([people, file]);
  });
});

describe("a change is told against what was, a ratio's in points", () => {
  const count = (value: number | null): Figure => ({ unit: "count", value });
  const bps = (value: number | null): Figure => ({ unit: "bps", value });
  test.each([
    [count(112), count(100), "+12%", 1],
    [count(88), count(100), "-12%", -1],
    [count(100), count(100), "0%", 0],
    [bps(1_250), bps(1_000), "+2.5", 1],
  ] as const)("%o against %o", (now, before, text, direction) => {
    expect(figureChange(now, before)).toMatchObject({ text, direction });
  });
  test.each([
    [count(5), count(0)],
    [count(5), count(null)],
    [bps(null), bps(10)],
  ] as const)("%o against %o is not defined", (now, before) => {
    expect(figureChange(now, before)).toBeNull();
  });
});
