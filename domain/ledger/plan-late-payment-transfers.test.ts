import { expect, test } from "vitest";
import { accountShard } from "./account-kinds";
import { planLatePaymentTransfers, planLateRefundTransfers } from "./plan-late-payment-transfers";
import { planPaymentTransfers } from "./plan-payment-transfers";

const late = { paymentId: "p1", orderId: "o1", amountFen: 8_800n, shards: 16 };

test("a late payment is owed to the customer and touches no sales", () => {
  expect(planLatePaymentTransfers(late)).toEqual([
    {
      eventKey: "payment:p1",
      code: "late_payment_received",
      phase: "single",
      debit: { kind: "wechat_clearing", distributorId: null, shard: accountShard("o1", 16) },
      credit: { kind: "refund_payable", distributorId: null, shard: 0 },
      amountFen: 8_800n,
      reference: { kind: "payment", id: "p1" },
    },
  ]);
});

test("its refund takes exactly the same way back and points at the arrival", () => {
  const [arrival] = planLatePaymentTransfers(late);
  const [refund] = planLateRefundTransfers({
    ...late,
    refundId: "r1",
    paidElsewhere: false,
  });
  expect(refund?.debit).toEqual(arrival?.credit);
  expect(refund?.credit).toEqual(arrival?.debit);
  expect(refund?.amountFen).toBe(arrival?.amountFen);
  expect(refund?.reversesEventKey).toBe(arrival?.eventKey);
  expect(refund).toMatchObject({
    eventKey: "refund:r1",
    code: "late_payment_refunded",
    phase: "single",
    reference: { kind: "refund", id: "r1" },
  });
});

test("one that the merchant paid back by hand leaves through the bank", () => {
  const [byWechat] = planLateRefundTransfers({ ...late, refundId: "r1", paidElsewhere: false });
  const credit = { kind: "bank_clearing", distributorId: null, shard: 0 };
  const byHand = planLateRefundTransfers({ ...late, refundId: "r1", paidElsewhere: true });
  expect(byHand).toEqual([{ ...byWechat, credit }]);
});

test("one payment cannot be booked as a sale and as late: both are the same event", () => {
  const sale = planPaymentTransfers({ ...late, payableFen: 8_800n, commissions: [] });
  expect(sale[0]?.eventKey).toBe(planLatePaymentTransfers(late)[0]?.eventKey);
});
