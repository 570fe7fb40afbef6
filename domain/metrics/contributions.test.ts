import fc from "fast-check";
import { expect, test } from "vitest";
import { largestContributions } from "./contributions";

const part = (key: string, nowFen: bigint, beforeFen: bigint) => ({
  key,
  title: key,
  nowFen,
  beforeFen,
});

test("what fell stands among what rose, by size, and what stood still is left out", () => {
  const parts = [part("a", 100n, 100n), part("b", 50n, 10n), part("c", 0n, 90n), part("d", 5n, 0n)];
  expect(largestContributions(parts, 2).map(({ key, changeFen }) => [key, changeFen])).toEqual([
    ["c", -90n],
    ["b", 40n],
  ]);
});

test("equal changes stand by their keys, so that the screen does not jump", () => {
  const parts = [part("z", 10n, 0n), part("a", 0n, 10n)];
  expect(largestContributions(parts, 5).map(({ key }) => key)).toEqual(["a", "z"]);
});

test("all contributions together are the change of the whole", () => {
  const parts = fc.uniqueArray(
    fc.record({
      key: fc.string(),
      title: fc.constant(""),
      nowFen: fc.bigInt({ min: -1_000n, max: 1_000n }),
      beforeFen: fc.bigInt({ min: -1_000n, max: 1_000n }),
    }),
    { selector: ({ key }) => key },
  );
  fc.assert(
    fc.property(parts, (some) => {
      const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);
      const whole =
        sum(some.map(({ nowFen }) => nowFen)) - sum(some.map(({ beforeFen }) => beforeFen));
      const all = largestContributions(some, some.length);
      expect(sum(all.map(({ changeFen }) => changeFen))).toBe(whole);
    }),
  );
});
