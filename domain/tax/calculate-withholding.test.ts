import fc from "fast-check";
import { expect, test } from "vitest";
import { calculateWithholding } from "./calculate-withholding";
import { LABOUR_INCOME_RULE_2019 } from "./tax-rule";

const { terms } = LABOUR_INCOME_RULE_2019;
const alone = (grossFen: bigint) =>
  calculateWithholding(terms, { priorGrossFen: 0n, priorTaxFen: 0n, grossFen });

test.each([
  [800_00n, 0n],
  [800_01n, 0n],
  [800_02n, 0n],
  [800_03n, 1n],
  [3_000_00n, 440_00n],
  [4_000_00n, 640_00n],
  [4_000_01n, 640_00n],
  [4_000_10n, 640_02n],
  [10_000_00n, 1_600_00n],
  [25_000_00n, 4_000_00n],
  [25_000_10n, 4_000_02n],
  [30_000_00n, 5_200_00n],
  [62_500_00n, 13_000_00n],
  [62_500_10n, 13_000_03n],
  [100_000_00n, 25_000_00n],
])("of %s fen in a month %s fen are withheld", (grossFen, taxFen) => {
  expect(alone(grossFen).taxFen).toBe(taxFen);
});

test("the steps say how it came about", () => {
  expect(alone(30_000_00n).steps).toEqual({
    incomeFen: 30_000_00n,
    deductionFen: 6_000_00n,
    taxableFen: 24_000_00n,
    rateBps: 3_000,
    quickDeductionFen: 2_000_00n,
    taxFen: 5_200_00n,
  });
  expect(alone(500_00n).steps).toMatchObject({
    deductionFen: 500_00n,
    taxableFen: 0n,
    rateBps: 2_000,
  });
  expect(alone(4_000_01n).steps).toMatchObject({ deductionFen: 800_00n, taxableFen: 3_200_01n });
});

test("who is just at a border has the bracket below it", () => {
  expect(alone(25_000_00n).steps).toMatchObject({ taxableFen: 20_000_00n, rateBps: 2_000 });
  expect(alone(25_000_02n).steps).toMatchObject({ rateBps: 3_000 });
});

test("up to its border, and at it, the deduction is the fixed one", () => {
  const own = {
    ...terms,
    exemptFen: 100n,
    fixedDeductionUntilFen: 1_000n,
    deductionShareBps: 5_000,
  };
  const deductionOf = (grossFen: bigint) =>
    calculateWithholding(own, { priorGrossFen: 0n, priorTaxFen: 0n, grossFen }).steps.deductionFen;
  expect([999n, 1_000n, 1_002n].map(deductionOf)).toEqual([100n, 100n, 501n]);
});

const amount = fc.bigInt({ min: 1n, max: 200_000_00n });

test("a month asked for in parts pays what it pays as one, whatever the parts", () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 8 }), (parts) => {
      let priorGrossFen = 0n;
      let priorTaxFen = 0n;
      for (const grossFen of parts) {
        priorTaxFen += calculateWithholding(terms, { priorGrossFen, priorTaxFen, grossFen }).taxFen;
        priorGrossFen += grossFen;
      }
      expect(priorTaxFen).toBe(alone(priorGrossFen).taxFen);
    }),
  );
});

test("more income never pays less, and nobody pays more than 40 %", () => {
  fc.assert(
    fc.property(amount, amount, (one, other) => {
      const [less, more] = one < other ? [one, other] : [other, one];
      expect(alone(less).taxFen <= alone(more).taxFen).toBe(true);
      expect(alone(one).taxFen * 10n <= one * 4n).toBe(true);
    }),
  );
});

test("what was withheld too much is not paid out, and not withheld again", () => {
  const income = { priorGrossFen: 1_000_00n, priorTaxFen: 90_00n, grossFen: 100_00n };
  expect(calculateWithholding(terms, income).taxFen).toBe(0n);
  expect(calculateWithholding(terms, { ...income, grossFen: 300_00n }).taxFen).toBe(10_00n);
});

test("half a fen goes up, once, at the end", () => {
  const half = {
    ...terms,
    exemptFen: 0n,
    brackets: [{ aboveFen: 0n, rateBps: 5_000, quickDeductionFen: 0n }],
  };
  const taxOf = (grossFen: bigint) =>
    calculateWithholding(half, { priorGrossFen: 0n, priorTaxFen: 0n, grossFen }).taxFen;
  expect([1n, 2n, 3n].map(taxOf)).toEqual([1n, 1n, 2n]);
  const steep = { ...half, brackets: [{ aboveFen: 0n, rateBps: 1_000, quickDeductionFen: 5n }] };
  const income = { priorGrossFen: 0n, priorTaxFen: 0n, grossFen: 10n };
  expect(calculateWithholding(steep, income)).toMatchObject({ taxFen: 0n, steps: { taxFen: 0n } });
});

test("broken assumptions are refused", () => {
  const income = { priorGrossFen: 0n, priorTaxFen: 0n, grossFen: 1n };
  for (const wrong of [{ priorGrossFen: -1n }, { priorTaxFen: -1n }, { grossFen: -1n }]) {
    expect(() => calculateWithholding(terms, { ...income, ...wrong })).toThrow(RangeError);
  }
  expect(calculateWithholding(terms, { ...income, grossFen: 0n }).taxFen).toBe(0n);
  const late = [{ aboveFen: 1n, rateBps: 1, quickDeductionFen: 0n }];
  for (const brackets of [[], late]) {
    expect(() => calculateWithholding({ ...terms, brackets }, income)).toThrow("begin at 0");
  }
});
