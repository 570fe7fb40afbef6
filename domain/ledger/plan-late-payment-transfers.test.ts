import { expect, test } from "vitest";
import { planLatePaymentTransfers, planLateRefundTransfers } from "./plan-late-payment-transfers";
import { planPaymentTransfers } from "./plan-payment-transfers";

const late = { paymentId: "p1", orderId: "o1", amountFen: 8_800n, shards: 16 };

test("a late payment is owed to the customer and touches no sales", () => {
  const [draft, ...more] = planLatePaymentTransfers(late);
  expect(more).toEqual([]);
  expect(draft?.debit.kind).toBe("wechat_clearing");
  expect(draft?.credit).toEqual({ kind: "refund_payable", distributorId: null, shard: 0 });
  expect(draft?.amountFen).toBe(8_800n);
});

test("its refund takes exactly the same way back and points at the arrival", () => {
  const [arrival] = planLatePaymentTransfers(late);
  const [refund] = planLateRefundTransfers({ ...late, refundId: "r1" });
  expect(refund?.debit).toEqual(arrival?.credit);
  expect(refund?.credit).toEqual(arrival?.debit);
  expect(refund?.amountFen).toBe(arrival?.amountFen);
  expect(refund?.reversesEventKey).toBe(arrival?.eventKey);
  expect(refund?.eventKey).not.toBe(arrival?.eventKey);
});

test("one payment cannot be booked as a sale and as late: both are the same event", () => {
  const sale = planPaymentTransfers({ ...late, payableFen: 8_800n, commissions: [] });
  expect(sale[0]?.eventKey).toBe(planLatePaymentTransfers(late)[0]?.eventKey);
});
