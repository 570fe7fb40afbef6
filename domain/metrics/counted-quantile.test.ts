import fc from "fast-check";
import { expect, test } from "vitest";
import { countedQuantile } from "./counted-quantile";
import { quantile } from "./quantile";

test("counted values have the quantiles of the values written out, in whatever order they come", () => {
  const counted = fc.array(
    fc.record({ value: fc.integer({ min: -50, max: 50 }), times: fc.nat(5) }),
  );
  fc.assert(
    fc.property(counted, fc.integer({ min: 1, max: 10_000 }), (values, bps) => {
      const all = values.flatMap(({ value, times }) => Array.from({ length: times }, () => value));
      expect(countedQuantile(values, bps)).toBe(quantile(all, bps));
    }),
  );
});

test.each([0, 10_001, 0.5])("%s basis points are no rank", (bps) => {
  expect(() => countedQuantile([], bps)).toThrow(RangeError);
});

test.each([-1, 0.5])("nothing occurs %s times", (times) => {
  expect(() => countedQuantile([{ value: 1, times }], 5_000)).toThrow(RangeError);
});
