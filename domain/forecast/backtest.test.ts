import fc from "fast-check";
import { expect, test } from "vitest";
import { backtest, type PastForecast } from "./backtest";

const pairs = (list: readonly (readonly [bigint, bigint])[]): PastForecast[] =>
  list.map(([forecast, actual]) => ({ forecast, actual }));

test.each([
  ["right", [[100n, 100n]], 0, 0],
  ["a quarter too much", [[125n, 100n]], 2_500, 2_500],
  ["a quarter too little", [[75n, 100n]], 2_500, -2_500],
  [
    "too much and too little",
    [
      [110n, 100n],
      [90n, 100n],
    ],
    1_000,
    0,
  ],
  [
    "wrong where little came",
    [
      [20n, 10n],
      [990n, 990n],
    ],
    100,
    100,
  ],
  ["for something where nothing came", [[5n, 0n]], null, null],
] as const)(
  "forecasts that were %s are off by %3$s bps and lean by %4$s",
  (_what, list, off, lean) => {
    expect(backtest(pairs(list))).toEqual({ forecasts: list.length, offBps: off, leanBps: lean });
  },
);

test("no forecasts are no evidence", () => {
  expect(backtest([])).toEqual({ forecasts: 0, offBps: null, leanBps: null });
});

test("a negative actual throws", () => {
  expect(() => backtest(pairs([[1n, -1n]]))).toThrow(RangeError);
});

test("what they lean is never more than what they are off, and equal only when all err one way", () => {
  const figure = fc.bigInt({ min: 0n, max: 10n ** 15n });
  const list = fc.array(fc.record({ forecast: figure, actual: figure }), { minLength: 1 });
  fc.assert(
    fc.property(list, (past) => {
      const { offBps, leanBps } = backtest(past);
      if (offBps === null || leanBps === null) return;
      expect(Math.abs(leanBps)).toBeLessThanOrEqual(offBps);
      const tooMuch = past.every(({ forecast, actual }) => forecast >= actual);
      if (tooMuch) expect(leanBps).toBe(offBps);
    }),
  );
});
