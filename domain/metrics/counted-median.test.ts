import fc from "fast-check";
import { expect, test } from "vitest";
import { countedMedianTwice } from "./counted-median";
import { medianTwice } from "./quantile";

test("counted values have the median of the values written out", () => {
  const counted = fc.array(
    fc.record({
      value: fc.integer({ min: 0, max: 400 }),
      times: fc.integer({ min: 0, max: 5 }),
    }),
    { maxLength: 20 },
  );
  fc.assert(
    fc.property(counted, (values) => {
      const written = values.flatMap(({ value, times }) =>
        Array.from({ length: times }, () => BigInt(value)),
      );
      expect(countedMedianTwice(values)).toBe(medianTwice(written));
    }),
  );
});

test.each([-1, 1.5, Number.NaN])("a value cannot occur %s times", (times) => {
  expect(() => countedMedianTwice([{ value: 1, times }])).toThrow(RangeError);
});
