import fc from "fast-check";
import { expect, test } from "vitest";
import { sumFen } from "../money/fen";
import { calculateClawedBack, clawBackStep } from "./claw-back";

test.each([
  [100n, 1_000n, 0n, 0n],
  [100n, 1_000n, 1n, 1n],
  [100n, 1_000n, 10n, 1n],
  [100n, 1_000n, 11n, 2n],
  [100n, 1_000n, 500n, 50n],
  [100n, 1_000n, 999n, 100n],
  [100n, 1_000n, 1_000n, 100n],
  [1n, 3n, 1n, 1n],
  [0n, 1_000n, 500n, 0n],
  [0n, 0n, 0n, 0n],
])(
  "of a commission of %s on %s, a refund of %s takes back %s",
  (commissionFen, baseFen, refundedFen, expected) => {
    expect(calculateClawedBack({ commissionFen, baseFen, refundedFen })).toBe(expected);
  },
);

test("a refund of more than the base or less than nothing throws", () => {
  const commission = { commissionFen: 10n, baseFen: 100n };
  expect(() => calculateClawedBack({ ...commission, refundedFen: 101n })).toThrow(RangeError);
  expect(() => calculateClawedBack({ ...commission, refundedFen: -1n })).toThrow(RangeError);
  expect(() => calculateClawedBack({ commissionFen: -1n, baseFen: 9n, refundedFen: 0n })).toThrow(
    RangeError,
  );
});

test("a step below what was taken before throws", () => {
  const commission = { commissionFen: 100n, baseFen: 1_000n, refundedFen: 10n };
  expect(clawBackStep(1n, commission)).toBe(0n);
  expect(() => clawBackStep(2n, commission)).toThrow(RangeError);
});

const commissions = fc
  .tuple(fc.bigInt({ min: 1n, max: 10n ** 9n }), fc.bigInt({ min: 0n, max: 10_000n }))
  .map(([baseFen, shareBps]) => ({ baseFen, commissionFen: (baseFen * shareBps) / 10_000n }));
const refunds = fc.array(fc.bigInt({ min: 1n, max: 10n ** 8n }), { minLength: 1, maxLength: 12 });

/** Refunds the parts one after another, as far as the base goes, and returns each step taken back. */
function refundInParts(commission: { baseFen: bigint; commissionFen: bigint }, parts: bigint[]) {
  let refundedFen = 0n;
  let takenFen = 0n;
  return parts.map((part) => {
    refundedFen += part;
    const stepFen = clawBackStep(takenFen, { ...commission, refundedFen });
    takenFen += stepFen;
    return stepFen;
  });
}

test("the total taken back depends on the total refunded, not on its order or its parts", () => {
  fc.assert(
    fc.property(commissions, refunds, fc.gen(), (commission, wished, gen) => {
      const parts = wished.filter((part) => part <= commission.baseFen / BigInt(wished.length));
      const shuffled = gen(fc.shuffledSubarray, parts, { minLength: parts.length });
      const refundedFen = sumFen(parts);
      const atOnce = calculateClawedBack({ ...commission, refundedFen });
      expect(sumFen(refundInParts(commission, parts))).toBe(atOnce);
      expect(sumFen(refundInParts(commission, shuffled))).toBe(atOnce);
    }),
    { numRuns: 500 },
  );
});

test("the distributor keeps at most the formula's share of what the customer kept", () => {
  fc.assert(
    fc.property(commissions, fc.bigInt({ min: 0n, max: 10_000n }), (commission, refundedBps) => {
      const { baseFen, commissionFen } = commission;
      const refundedFen = (baseFen * refundedBps) / 10_000n;
      const keptFen = commissionFen - calculateClawedBack({ ...commission, refundedFen });
      expect(keptFen * baseFen <= commissionFen * (baseFen - refundedFen)).toBe(true);
      expect((keptFen + 1n) * baseFen > commissionFen * (baseFen - refundedFen)).toBe(true);
    }),
  );
});
