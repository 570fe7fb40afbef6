import { expect, test } from "vitest";
import { planSettlementTransfers } from "./plan-settlement-transfers";

const matured = {
  commissionId: "c1",
  distributorId: "ada",
  commissionFen: 1_500n,
  clawedBackFen: 400n,
};

test("what refunds have left of a matured commission becomes available", () => {
  expect(planSettlementTransfers([matured])).toEqual([
    {
      eventKey: "commission:c1:settle",
      code: "commission_settled",
      phase: "single",
      debit: { kind: "commission_pending", distributorId: "ada", shard: 0 },
      credit: { kind: "commission_available", distributorId: "ada", shard: 0 },
      amountFen: 1_100n,
      reference: { kind: "commission", id: "c1" },
    },
  ]);
});

test("a commission taken back whole settles nothing", () => {
  expect(planSettlementTransfers([{ ...matured, clawedBackFen: 1_500n }])).toEqual([]);
});

test("a commission taken back by more than it was throws", () => {
  expect(() => planSettlementTransfers([{ ...matured, clawedBackFen: 1_501n }])).toThrow(
    RangeError,
  );
});
