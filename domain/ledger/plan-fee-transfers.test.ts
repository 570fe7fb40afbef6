import { expect, test } from "vitest";
import { planFeeTransfers } from "./plan-fee-transfers";

const fee = { id: "p1", orderId: "o1" };

test("a fee is taken from what WeChat holds, on the rows of its order", () => {
  expect(planFeeTransfers([{ ...fee, kind: "payment", feeFen: 59n }], 16)).toEqual([
    {
      eventKey: "fee:payment:p1",
      code: "payment_fee_charged",
      phase: "single",
      debit: { kind: "payment_fees", distributorId: null, shard: 13 },
      credit: { kind: "wechat_clearing", distributorId: null, shard: 13 },
      amountFen: 59n,
      reference: { kind: "payment", id: "p1" },
    },
  ]);
});

test("a fee that comes back with a refund goes the other way", () => {
  expect(planFeeTransfers([{ ...fee, kind: "refund", feeFen: -20n }], 16)).toMatchObject([
    {
      eventKey: "fee:refund:p1",
      code: "payment_fee_returned",
      debit: { kind: "wechat_clearing" },
      credit: { kind: "payment_fees" },
      amountFen: 20n,
      reference: { kind: "refund", id: "p1" },
    },
  ]);
});

test("no fee is no transfer", () => {
  expect(planFeeTransfers([{ ...fee, kind: "payment", feeFen: 0n }], 16)).toEqual([]);
});

test.each([
  ["payment", -1n],
  ["refund", 1n],
] as const)("a %s with a fee of %s is a broken assumption and throws", (kind, feeFen) => {
  expect(() => planFeeTransfers([{ ...fee, kind, feeFen }], 16)).toThrow(RangeError);
});
