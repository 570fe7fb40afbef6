import fc from "fast-check";
import { expect, test } from "vitest";
import { multiplyByBps, sumFen } from "../money/fen";
import { calculateCommission, calculateLineCommissions } from "./calculate-commission";

const rate = (rateBps: number) => ({ rateBps, fixedFenPerUnit: null });
const fixed = (fixedFenPerUnit: bigint) => ({ rateBps: null, fixedFenPerUnit });

test.each([
  {
    name: "a rate below the cap pays its rate",
    line: { ...rate(1_000), baseFen: 10_000n, quantity: 1, capFen: 3_000n },
    expected: { ruleFen: 1_000n, commissionFen: 1_000n },
  },
  {
    name: "a rate above the cap pays the cap",
    line: { ...rate(5_000), baseFen: 10_000n, quantity: 1, capFen: 3_000n },
    expected: { ruleFen: 5_000n, commissionFen: 3_000n },
  },
  {
    name: "fractions of a fen are dropped",
    line: { ...rate(333), baseFen: 100n, quantity: 1, capFen: 100n },
    expected: { ruleFen: 3n, commissionFen: 3n },
  },
  {
    name: "a fixed amount is per unit",
    line: { ...fixed(200n), baseFen: 10_000n, quantity: 3, capFen: 3_000n },
    expected: { ruleFen: 600n, commissionFen: 600n },
  },
  {
    name: "a fixed amount obeys the cap too",
    line: { ...fixed(200n), baseFen: 1_000n, quantity: 3, capFen: 300n },
    expected: { ruleFen: 600n, commissionFen: 300n },
  },
])("$name", ({ line, expected }) => {
  expect(calculateCommission(line)).toEqual(expected);
});

test("level 1 takes its rule within the cap and level 2 what the cap leaves, each with its proof", () => {
  const commissions = calculateLineCommissions({
    baseFen: 9_999n,
    quantity: 2,
    level1Rule: rate(2_000),
    level2Rule: fixed(700n),
    capBps: 3_000,
  });
  expect(commissions).toEqual([
    {
      level: 1,
      baseFen: 9_999n,
      ...rate(2_000),
      capFen: 2_999n,
      ruleFen: 1_999n,
      commissionFen: 1_999n,
    },
    {
      level: 2,
      baseFen: 9_999n,
      ...fixed(700n),
      capFen: 1_000n,
      ruleFen: 1_400n,
      commissionFen: 1_000n,
    },
  ]);
});

test("a level without a rule is left out and leaves the whole cap to the other", () => {
  const line = {
    baseFen: 1_000n,
    quantity: 1,
    level1Rule: null,
    level2Rule: rate(9_000),
    capBps: 3_000,
  };
  expect(calculateLineCommissions(line)).toMatchObject([
    { level: 2, capFen: 300n, commissionFen: 300n },
  ]);
  expect(calculateLineCommissions({ ...line, level2Rule: null })).toEqual([]);
});

test("a level whose rule gives nothing stays in the list", () => {
  const line = {
    baseFen: 1_000n,
    quantity: 1,
    level1Rule: rate(0),
    level2Rule: null,
    capBps: 3_000,
  };
  expect(calculateLineCommissions(line)).toMatchObject([{ level: 1, commissionFen: 0n }]);
});

test("a cap above the whole never lets commissions exceed what the customer pays", () => {
  const line = {
    baseFen: 100n,
    quantity: 9,
    level1Rule: fixed(90n),
    level2Rule: rate(10_000),
    capBps: 99_999,
  };
  expect(sumFen(calculateLineCommissions(line).map((each) => each.commissionFen))).toBe(100n);
});

const terms = fc.option(
  fc.oneof(
    fc.integer({ min: 0, max: 10_000 }).map(rate),
    fc.bigInt({ min: 0n, max: 10n ** 9n }).map(fixed),
  ),
);

test("both levels together stay within the line and the cap, and each equals its own formula", () => {
  const lines = fc.record({
    baseFen: fc.bigInt({ min: 0n, max: 10n ** 12n }),
    quantity: fc.integer({ min: 1, max: 999 }),
    level1Rule: terms,
    level2Rule: terms,
    capBps: fc.integer({ min: 0, max: 10_000 }),
  });
  fc.assert(
    fc.property(lines, (line) => {
      const commissions = calculateLineCommissions(line);
      const totalFen = sumFen(commissions.map((commission) => commission.commissionFen));
      expect(totalFen).toBeLessThanOrEqual(line.baseFen);
      expect(totalFen).toBeLessThanOrEqual(multiplyByBps(line.baseFen, line.capBps));
      for (const commission of commissions) {
        expect(commission.commissionFen >= 0n).toBe(true);
        const again = calculateCommission({ ...commission, quantity: line.quantity });
        expect(again.commissionFen).toBe(commission.commissionFen);
      }
    }),
    { numRuns: 500 },
  );
});
