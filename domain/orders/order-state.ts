export const ORDER_STATES = [
  "awaiting_payment",
  "paid",
  "shipped",
  "received",
  "closed",
  "refunded",
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const ORDER_EVENTS = ["pay", "ship", "receive", "close", "refund", "reopen"] as const;
export type OrderEvent = (typeof ORDER_EVENTS)[number];

/**
 * The life of an order; what is not in the table is not allowed. `refund` is the refund of the whole
 * order: a part leaves the state as it is.
 * A payment that arrives after closing either reopens the order, which then is paid by the one guarded
 * update like any other, or goes back whole as a late payment and leaves the order closed, so that
 * "refunded" always means an order that was paid.
 */
const TRANSITIONS: Record<OrderState, Partial<Record<OrderEvent, OrderState>>> = {
  awaiting_payment: { pay: "paid", close: "closed" },
  paid: { ship: "shipped", refund: "refunded" },
  shipped: { receive: "received", refund: "refunded" },
  received: { refund: "refunded" },
  closed: { reopen: "awaiting_payment" },
  refunded: {},
};

/** The state that the event leads to, or null where the event is not allowed. */
export function nextState(from: OrderState, event: OrderEvent): OrderState | null {
  return TRANSITIONS[from][event] ?? null;
}

/** Whether the event is allowed in this state. */
export function canTransition(from: OrderState, event: OrderEvent): boolean {
  return nextState(from, event) !== null;
}
