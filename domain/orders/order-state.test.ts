import { expect, test } from "vitest";
import { canTransition, nextState, ORDER_EVENTS, ORDER_STATES } from "./order-state";

const ALLOWED = [
  ["awaiting_payment", "pay", "paid"],
  ["awaiting_payment", "close", "closed"],
  ["paid", "ship", "shipped"],
  ["paid", "refund", "refunded"],
  ["shipped", "receive", "received"],
  ["shipped", "refund", "refunded"],
  ["received", "refund", "refunded"],
  ["closed", "reopen", "awaiting_payment"],
];

test("exactly these steps are allowed, and every other pair of state and event is not", () => {
  const found = ORDER_STATES.flatMap((from) =>
    ORDER_EVENTS.filter((event) => canTransition(from, event)).map((event) => [
      from,
      event,
      nextState(from, event),
    ]),
  );
  expect(found.sort()).toEqual([...ALLOWED].sort());
});

test("a paid order is never closed and an unpaid one never shipped or refunded", () => {
  expect(nextState("paid", "close")).toBeNull();
  expect(nextState("awaiting_payment", "ship")).toBeNull();
  expect(nextState("awaiting_payment", "refund")).toBeNull();
});

test("a closed order is not paid before it is reopened", () => {
  expect(nextState("closed", "pay")).toBeNull();
  expect(nextState(nextState("closed", "reopen") ?? "closed", "pay")).toBe("paid");
});

test("nothing leaves a refunded order", () => {
  expect(ORDER_EVENTS.filter((event) => canTransition("refunded", event))).toEqual([]);
});
