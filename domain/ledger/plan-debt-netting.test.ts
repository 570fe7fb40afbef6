import fc from "fast-check";
import { expect, test } from "vitest";
import { type DebtToNet, planDebtNetting } from "./plan-debt-netting";

const cause: DebtToNet["cause"] = {
  eventKey: "payout:p1:void",
  reference: { kind: "payout", id: "p1" },
};
const netted = (freeFen: bigint, debtFen: bigint) =>
  planDebtNetting({ distributorId: "ada", freeFen, debtFen, cause });

test("a debt is taken from what is free, named after the event that made it free", () => {
  expect(netted(500n, 200n)).toEqual([
    {
      eventKey: "debt:ada:net:payout:p1:void",
      code: "debt_netted",
      phase: "single",
      debit: { kind: "commission_available", distributorId: "ada", shard: 0 },
      credit: { kind: "commission_debt", distributorId: "ada", shard: 0 },
      amountFen: 200n,
      reference: { kind: "payout", id: "p1" },
    },
  ]);
});

test("no more is taken than is free, and nothing moves where nothing is owed or free", () => {
  expect(netted(150n, 200n)).toMatchObject([{ amountFen: 150n }]);
  expect(netted(0n, 200n)).toEqual([]);
  expect(netted(500n, 0n)).toEqual([]);
});

test("after netting nobody has free money and a debt at the same time", () => {
  const fen = fc.bigInt({ min: 0n, max: 10n ** 12n });
  fc.assert(
    fc.property(fen, fen, (freeFen, debtFen) => {
      const movedFen = netted(freeFen, debtFen)[0]?.amountFen ?? 0n;
      const left = [freeFen - movedFen, debtFen - movedFen];
      expect(left.every((one) => one >= 0n)).toBe(true);
      expect(left).toContain(0n);
    }),
  );
});

test("a balance below zero is a broken assumption, not a netting", () => {
  expect(() => netted(-1n, 5n)).toThrow(RangeError);
  expect(() => netted(5n, -1n)).toThrow(RangeError);
});
