import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "./calendar-day";
import { drawMarginLine } from "./margin-line";

const first = "2024-02-27";
type Row = readonly [sales: bigint, profit: bigint, carried: bigint];
const daysOf = (rows: readonly Row[]) =>
  rows.map(([netSalesFen, grossProfitFen, carriedFen], at) => ({
    day: addDays(first, at),
    netSalesFen,
    costedNetFen: netSalesFen,
    grossProfitFen,
    carriedFen,
  }));

test("goods of unknown cost move neither line: each ratio has the same sales above and below it", () => {
  const [known] = daysOf([[1_000n, 300n, 200n]]);
  const [both] = daysOf([[2_000n, 300n, 400n]]);
  if (!known || !both) throw new Error("a day was made");
  const lines = (day: typeof known) => drawMarginLine([day], 1, 0n);
  expect(lines(known)).toMatchObject([{ marginBps: 3_000, breakEvenBps: 2_000 }]);
  expect(lines({ ...both, costedNetFen: 1_000n })).toEqual(lines(known));
  const next = { ...both, day: addDays(first, 1), costedNetFen: 1_000n };
  expect(drawMarginLine([known, next], 1, 0n)[1]?.crossing).toBeNull();
  const unknown = { ...next, costedNetFen: 0n, grossProfitFen: 0n };
  expect(drawMarginLine([known, unknown], 1, 0n)[1]).toMatchObject({
    marginBps: null,
    breakEvenBps: 2_000,
    crossing: null,
  });
});

test("the line is a ratio of sums, not a mean of ratios, and begins when its days are full", () => {
  const points = drawMarginLine(
    daysOf([
      [100n, 50n, 10n],
      [900n, 90n, 10n],
      [100n, 10n, 5n],
    ]),
    2,
    40n,
  );
  expect(points).toEqual([
    { day: "2024-02-27", marginBps: null, breakEvenBps: null, crossing: null },
    { day: "2024-02-28", marginBps: 1_400, breakEvenBps: 1_000, crossing: null },
    { day: "2024-02-29", marginBps: 1_000, breakEvenBps: 950, crossing: null },
  ]);
});

test("crossings are marked on their day, and days without sales hide none", () => {
  const points = drawMarginLine(
    daysOf([
      [100n, 30n, 10n],
      [100n, 10n, 10n],
      [100n, 9n, 10n],
      [0n, 20n, 10n],
      [-50n, -5n, 0n],
      [100n, 11n, 10n],
    ]),
    1,
    0n,
  );
  expect(points.map(({ crossing }) => crossing)).toEqual([
    null,
    null,
    "into_loss",
    null,
    null,
    "into_profit",
  ]);
  expect(points.map(({ marginBps }) => marginBps)).toEqual([3_000, 1_000, 900, null, null, 1_100]);
});

test("a fen below the line is a loss although both ratios round to the same", () => {
  const points = drawMarginLine(
    daysOf([
      [1_000_000n, 100_000n, 100_000n],
      [1_000_000n, 99_999n, 100_000n],
    ]),
    1,
    0n,
  );
  expect(points[1]).toMatchObject({ marginBps: 1_000, breakEvenBps: 1_000, crossing: "into_loss" });
});

test("a single fen of sales is drawn", () => {
  expect(drawMarginLine(daysOf([[1n, 1n, 0n]]), 1, 0n)[0]?.marginBps).toBe(10_000);
});

test("a gap between the days throws", () => {
  const [one, two, three] = daysOf([
    [1n, 1n, 1n],
    [1n, 1n, 1n],
    [1n, 1n, 1n],
  ]);
  if (!one || !two || !three) throw new Error("three days were made");
  expect(() => drawMarginLine([one, three], 1, 0n)).toThrow(RangeError);
  expect(() => drawMarginLine([two, one], 1, 0n)).toThrow(RangeError);
});

const amounts = fc.bigInt({ min: 0n, max: 10n ** 9n });
const rowLists = fc.array(fc.tuple(fc.bigInt({ min: -5n, max: 10n ** 9n }), amounts, amounts), {
  maxLength: 25,
});

test("after a crossing the line lies on the side it crossed to, and crossings take turns", () => {
  fc.assert(
    fc.property(rowLists, fc.integer({ min: 1, max: 7 }), amounts, (rows, trailing, fixedFen) => {
      const points = drawMarginLine(daysOf(rows), trailing, fixedFen);
      const crossings = points.filter(({ crossing }) => crossing !== null);
      crossings.forEach(({ marginBps, breakEvenBps, crossing }, at) => {
        const above = (marginBps ?? 0) - (breakEvenBps ?? 0);
        expect(crossing === "into_profit" ? above >= 0 : above <= 0).toBe(true);
        expect(crossing).not.toBe(crossings[at - 1]?.crossing);
      });
      expect(points.slice(0, trailing - 1).every(({ marginBps }) => marginBps === null)).toBe(true);
    }),
  );
});
