import { expect, test } from "vitest";
import { type NextStep, nextStep } from "./next-step";
import type { OrderState } from "./order-state";

const now = new Date("2026-11-21T10:00:00Z");
const later = new Date("2026-11-21T10:00:01Z");

function stepOf(state: OrderState, lateRefund: "under_way" | "arrived" | null = null) {
  return nextStep({ state, paymentDueAt: later, lateRefund, now });
}

test.each<[OrderState, NextStep]>([
  ["awaiting_payment", "pay"],
  ["paid", "wait_for_shipment"],
  ["shipped", "confirm_receipt"],
  ["received", "nothing"],
  ["closed", "nothing"],
  ["refunded", "refund_arrived"],
])("%s leads to %s", (state, step) => {
  expect(stepOf(state)).toBe(step);
});

test("from the moment it is due, an order can no longer be paid", () => {
  const order = { state: "awaiting_payment" as const, lateRefund: null, now };
  expect(nextStep({ ...order, paymentDueAt: now })).toBe("payment_overdue");
});

test("money that came too late is named before anything else, until it has arrived", () => {
  expect(stepOf("closed", "under_way")).toBe("wait_for_refund");
  expect(stepOf("closed", "arrived")).toBe("refund_arrived");
  // Paid twice: the order goes on.
  expect(stepOf("paid", "under_way")).toBe("wait_for_refund");
  expect(stepOf("paid", "arrived")).toBe("wait_for_shipment");
});
