import fc from "fast-check";
import { expect, test } from "vitest";
import { proposeLineRefund } from "./propose-line-refund";

const line = {
  quantity: 3,
  payableFen: 100n,
  refundedFen: 0n,
  refundedQuantity: 0,
  inFlightFen: 0n,
  inFlightQuantity: 0,
};

test("a unit is worth its share of what was paid, the fen left over first", () => {
  expect([0, 1, 2, 3].map((quantity) => proposeLineRefund(line, quantity))).toEqual([
    0n,
    34n,
    67n,
    100n,
  ]);
  const second = { ...line, refundedFen: 34n, refundedQuantity: 1 };
  expect(proposeLineRefund(second, 1)).toBe(33n);
  expect(proposeLineRefund({ ...second, inFlightFen: 33n, inFlightQuantity: 1 }, 1)).toBe(33n);
});

test("never more than an earlier refund by amount has left", () => {
  expect(proposeLineRefund({ ...line, refundedFen: 80n }, 1)).toBe(20n);
  expect(proposeLineRefund({ ...line, refundedFen: 80n, inFlightFen: 20n }, 3)).toBe(0n);
});

test("more units than are left are a broken assumption", () => {
  expect(() => proposeLineRefund({ ...line, refundedQuantity: 2, inFlightQuantity: 1 }, 1)).toThrow(
    RangeError,
  );
  expect(() => proposeLineRefund(line, -1)).toThrow(RangeError);
  expect(() => proposeLineRefund(line, 0.5)).toThrow(RangeError);
});

test("unit by unit in whatever parts, the proposals give the line to the fen", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 9n }), parts, (payableFen, quantities) => {
      const quantity = quantities.reduce((sum, one) => sum + one, 0);
      const state = { ...line, quantity, payableFen };
      for (const part of quantities) {
        const proposed = proposeLineRefund(state, part);
        state.refundedFen += proposed;
        state.refundedQuantity += part;
      }
      expect(state.refundedFen).toBe(payableFen);
    }),
  );
});
