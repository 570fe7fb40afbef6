import fc from "fast-check";
import { expect, test } from "vitest";
import { allocateByLargestRemainder } from "./allocate";
import { sumFen } from "./fen";

const totals = fc.bigInt({ min: 0n, max: 10n ** 18n });
const weightLists = fc.array(
  fc.oneof(
    fc.constant(0n),
    fc.bigInt({ min: 0n, max: 10n ** 12n }),
    fc.bigInt({ min: 0n, max: 9n }),
  ),
  { minLength: 1, maxLength: 40 },
);

test.each([
  [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
  [101n, [1n, 1n, 1n], [34n, 34n, 33n]],
  [1n, [1n, 1n], [1n, 0n]],
  [10n, [1n, 2n], [3n, 7n]],
  [9n, [5n, 3n, 2n], [4n, 3n, 2n]],
  [5n, [0n, 3n, 0n], [0n, 5n, 0n]],
  [5n, [0n, 0n], [3n, 2n]],
  [0n, [7n, 9n], [0n, 0n]],
  [0n, [], []],
])("%s fen over the weights [%s] is [%s]", (totalFen, weights, parts) => {
  expect(allocateByLargestRemainder(totalFen, weights)).toEqual(parts);
});

test("the parts always sum to the total exactly", () => {
  fc.assert(
    fc.property(totals, weightLists, (totalFen, weights) => {
      expect(sumFen(allocateByLargestRemainder(totalFen, weights))).toBe(totalFen);
    }),
  );
});

test("no part is a whole fen away from its exact share, and a weight of 0 gets nothing", () => {
  fc.assert(
    fc.property(totals, weightLists, (totalFen, weights) => {
      const weightSum = sumFen(weights);
      fc.pre(weightSum > 0n);
      const parts = allocateByLargestRemainder(totalFen, weights);
      weights.forEach((weight, index) => {
        const error = (parts[index] ?? -1n) * weightSum - totalFen * weight;
        expect(error > -weightSum && error < weightSum).toBe(true);
        if (weight === 0n) expect(parts[index]).toBe(0n);
      });
    }),
  );
});

test("a heavier weight never gets less than a lighter one", () => {
  fc.assert(
    fc.property(totals, weightLists, fc.nat(), fc.nat(), (totalFen, weights, first, second) => {
      const parts = allocateByLargestRemainder(totalFen, weights);
      const [a, b] = [first % weights.length, second % weights.length];
      const [weightA, weightB] = [weights[a] ?? 0n, weights[b] ?? 0n];
      const [partA, partB] = [parts[a] ?? -1n, parts[b] ?? -1n];
      if (weightA > weightB) expect(partA).toBeGreaterThanOrEqual(partB);
    }),
    { numRuns: 1_000 },
  );
});

test("negative numbers and a total without takers throw", () => {
  expect(() => allocateByLargestRemainder(-1n, [1n])).toThrow(RangeError);
  expect(() => allocateByLargestRemainder(1n, [2n, -1n])).toThrow(RangeError);
  expect(() => allocateByLargestRemainder(1n, [])).toThrow(RangeError);
});
