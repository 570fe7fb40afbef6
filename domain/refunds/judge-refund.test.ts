import { expect, test } from "vitest";
import { judgeRefund, type RefundableOrder, type RefundRequest } from "./judge-refund";

const paidAt = new Date("2026-03-01T00:00:00.000Z");
const now = new Date("2026-03-02T00:00:00.000Z");
const line = {
  lineNo: 1,
  quantity: 3,
  payableFen: 1_000n,
  refundedFen: 300n,
  refundedQuantity: 1,
  inFlightFen: 200n,
  inFlightQuantity: 1,
};
const order: RefundableOrder = {
  paidAt,
  freightFen: 800n,
  refundedFreightFen: 100n,
  inFlightFreightFen: 50n,
  refundCount: 2,
  lines: [line],
};
const seenRefundedFen = 650n;

function judge(
  wish: Partial<RefundRequest["lines"][number]>,
  over: { order?: Partial<RefundableOrder>; request?: Partial<RefundRequest>; at?: Date } = {},
) {
  const lines = [{ lineNo: 1, quantity: 0, amountFen: 0n, restockQuantity: 0, ...wish }];
  const request = { lines, freightFen: 0n, seenRefundedFen, ...over.request };
  return judgeRefund({ ...order, ...over.order }, request, over.at ?? now);
}

test("all that is left of a line and of the freight may go back, and not a fen more", () => {
  expect(judge({ amountFen: 500n, quantity: 1 })).toBeNull();
  expect(judge({ amountFen: 701n })).toBe("above_line");
  expect(judge({ amountFen: 1n, quantity: 3 })).toBe("above_line");
  expect(judge({}, { request: { freightFen: 650n } })).toBeNull();
  expect(judge({}, { request: { freightFen: 701n } })).toBe("above_freight");
});

test("what would fit if nothing were under way says so", () => {
  expect(judge({ amountFen: 501n })).toBe("in_flight_elsewhere");
  expect(judge({ amountFen: 700n })).toBe("in_flight_elsewhere");
  expect(judge({ amountFen: 1n, quantity: 2 })).toBe("in_flight_elsewhere");
  expect(judge({}, { request: { freightFen: 651n } })).toBe("in_flight_elsewhere");
});

test("an order that was not paid has nothing to give back", () => {
  expect(judge({ amountFen: 1n }, { order: { paidAt: null } })).toBe("not_paid");
});

test("who saw other refunds than there are, more or fewer, looks again first", () => {
  for (const fen of [0n, 649n, 651n]) {
    expect(judge({ amountFen: 1n }, { request: { seenRefundedFen: fen } })).toBe("changed");
  }
});

test("a refund of nothing is none, units alone neither", () => {
  expect(judge({ quantity: 1 })).toBe("nothing");
  expect(judge({}, { request: { lines: [], freightFen: 0n } })).toBe("nothing");
  // A negative part must not make room for another.
  expect(judge({ amountFen: 2n }, { request: { freightFen: -1n } })).toBe("above_freight");
  expect(judge({ amountFen: -1n }, { request: { freightFen: 2n } })).toBe("above_line");
});

test("the 50th refund of a payment is the last one", () => {
  expect(judge({ amountFen: 1n }, { order: { refundCount: 49 } })).toBeNull();
  expect(judge({ amountFen: 1n }, { order: { refundCount: 50 } })).toBe("too_many");
});

test("a year after the payment WeChat gives nothing back any more", () => {
  const yearLater = paidAt.getTime() + 365 * 86_400_000;
  expect(judge({ amountFen: 1n }, { at: new Date(yearLater) })).toBeNull();
  expect(judge({ amountFen: 1n }, { at: new Date(yearLater + 1) })).toBe("too_old");
});

test("a line that is not there, or stands twice, is refused", () => {
  expect(judge({ lineNo: 2, amountFen: 1n })).toBe("above_line");
  const wish = { lineNo: 1, quantity: 0, amountFen: 1n, restockQuantity: 0 };
  expect(judge({}, { request: { lines: [wish, wish] } })).toBe("above_line");
});

test("no more goes back on the shelf than comes back, and nothing below nothing", () => {
  expect(judge({ amountFen: 1n, quantity: 1, restockQuantity: 1 })).toBeNull();
  expect(judge({ amountFen: 1n, quantity: 1, restockQuantity: 2 })).toBe("above_line");
  expect(judge({ amountFen: 1n, restockQuantity: -1 })).toBe("above_line");
  expect(judge({ amountFen: 1n, quantity: -1, restockQuantity: -1 })).toBe("above_line");
});
