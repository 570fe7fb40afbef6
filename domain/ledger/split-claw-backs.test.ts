import fc from "fast-check";
import { expect, test } from "vitest";
import { type ClawedBackCommission, splitClawBacks } from "./split-claw-backs";

const of = (
  distributorId: string,
  clawBackFen: bigint,
  state: ClawedBackCommission["state"] = "settled",
): ClawedBackCommission => ({ commissionId: `c${clawBackFen}`, distributorId, state, clawBackFen });

test("what is pending or held comes out of the reserve, whatever is free", () => {
  const free = new Map([["ada", 1_000n]]);
  for (const state of ["pending", "held"] as const) {
    expect(splitClawBacks([of("ada", 300n, state)], free)).toEqual([
      { ...of("ada", 300n, state), fromPendingFen: 300n, fromAvailableFen: 0n, asDebtFen: 0n },
    ]);
  }
});

test("several of one distributor share what is free; another's is not touched", () => {
  const free = new Map([
    ["ada", 500n],
    ["bo", 50n],
  ]);
  const split = splitClawBacks(
    [of("ada", 300n), of("ada", 400n), of("bo", 50n), of("cy", 7n)],
    free,
  );
  expect(split.map(({ fromAvailableFen, asDebtFen }) => [fromAvailableFen, asDebtFen])).toEqual([
    [300n, 0n],
    [200n, 200n],
    [50n, 0n],
    [0n, 7n],
  ]);
  expect(free.get("ada")).toBe(500n);
});

test("the parts sum to the claw-back, and a debt arises only where nothing is left free", () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 9n });
  const clawBack = fc.record({
    commissionId: fc.string(),
    distributorId: fc.constantFrom("ada", "bo"),
    state: fc.constantFrom("pending", "held", "settled", "reversed"),
    clawBackFen: fen,
  });
  fc.assert(
    fc.property(fc.array(clawBack), fen, (clawBacks, freeFen) => {
      const split = splitClawBacks(clawBacks, new Map([["ada", freeFen]]));
      for (const one of split) {
        expect(one.fromPendingFen + one.fromAvailableFen + one.asDebtFen).toBe(one.clawBackFen);
      }
      const ada = split.filter(({ distributorId }) => distributorId === "ada");
      const takenFen = ada.reduce((sum, one) => sum + one.fromAvailableFen, 0n);
      const owedFen = ada.reduce((sum, one) => sum + one.asDebtFen, 0n);
      expect(takenFen <= freeFen).toBe(true);
      if (owedFen > 0n) expect(takenFen).toBe(freeFen);
    }),
  );
});
