import { expect, test } from "vitest";
import { feeOfPayment, feeOfRefund } from "./payment-fee";

test.each([
  [1, 0],
  [83, 0],
  [84, 1],
  [250, 2],
  [9_900, 59],
  [19_800, 119],
  [2_147_483_647, 12_884_902],
])("the fee of %i fen is %i fen", (totalFen, feeFen) => {
  expect(feeOfPayment(totalFen)).toBe(feeFen);
});

test("refunds in any parts give back the whole fee, never more on the way", () => {
  for (const totalFen of [1, 99, 250, 1_001, 9_999]) {
    for (const part of [1, 7, 100, 3_333]) {
      let refundedFen = 0;
      let returnedFen = 0;
      while (refundedFen < totalFen) {
        const refundFen = Math.min(part, totalFen - refundedFen);
        const feeFen = feeOfRefund(totalFen, refundedFen, refundFen);
        expect(feeFen).toBeGreaterThanOrEqual(0);
        refundedFen += refundFen;
        returnedFen += feeFen;
      }
      expect(returnedFen).toBe(feeOfPayment(totalFen));
    }
  }
});
