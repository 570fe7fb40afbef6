import fc from "fast-check";
import { expect, test } from "vitest";
import { planPaymentTransfers } from "./plan-payment-transfers";

const payment = {
  paymentId: "p1",
  orderId: "o1",
  payableFen: 10_000n,
  commissions: [
    { commissionId: "c1", distributorId: "ada", commissionFen: 1_500n },
    { commissionId: "c2", distributorId: "bob", commissionFen: 500n },
  ],
  shards: 1,
};

test("a paid order moves its amount to sales and reserves each commission out of it at once", () => {
  const clearing = { kind: "wechat_clearing", distributorId: null, shard: 0 };
  const sales = { kind: "merchant_sales", distributorId: null, shard: 0 };
  expect(planPaymentTransfers(payment)).toEqual([
    {
      eventKey: "payment:p1",
      code: "order_paid",
      phase: "single",
      debit: clearing,
      credit: sales,
      amountFen: 10_000n,
      reference: { kind: "payment", id: "p1" },
    },
    {
      eventKey: "commission:c1:accrue",
      code: "commission_accrued",
      phase: "single",
      debit: sales,
      credit: { kind: "commission_pending", distributorId: "ada", shard: 0 },
      amountFen: 1_500n,
      reference: { kind: "commission", id: "c1" },
    },
    {
      eventKey: "commission:c2:accrue",
      code: "commission_accrued",
      phase: "single",
      debit: sales,
      credit: { kind: "commission_pending", distributorId: "bob", shard: 0 },
      amountFen: 500n,
      reference: { kind: "commission", id: "c2" },
    },
  ]);
});

test("an order of 0 fen and a commission of 0 fen book nothing", () => {
  const commissions = [{ commissionId: "c1", distributorId: "ada", commissionFen: 0n }];
  expect(planPaymentTransfers({ ...payment, payableFen: 0n, commissions })).toEqual([]);
});

test("everything about one order meets on one row of sales, however many there are", () => {
  fc.assert(
    fc.property(fc.uuid(), fc.integer({ min: 1, max: 64 }), (orderId, shards) => {
      const rows = planPaymentTransfers({ ...payment, orderId, shards })
        .flatMap(({ debit, credit }) => [debit, credit])
        .filter(({ kind }) => kind === "merchant_sales")
        .map(({ shard }) => shard);
      expect(new Set(rows).size).toBe(1);
    }),
  );
});

test("planning the same payment twice gives the same event keys, each only once", () => {
  const keys = planPaymentTransfers(payment).map(({ eventKey }) => eventKey);
  expect(planPaymentTransfers(payment).map(({ eventKey }) => eventKey)).toEqual(keys);
  expect(new Set(keys).size).toBe(keys.length);
});
