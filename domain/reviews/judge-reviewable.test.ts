import { expect, test } from "vitest";
import { ORDER_STATES } from "../orders/order-state";
import { judgeReviewable } from "./judge-reviewable";

const line = { quantity: 2, payableFen: 4_560n, refundedQuantity: 0, refundedFen: 0n };

test("of all states only a received order is open for reviews", () => {
  const open = ORDER_STATES.filter((state) => judgeReviewable(state, line) === null);
  expect(open).toEqual(["received"]);
  expect(judgeReviewable("refunded", line)).toBe("refunded");
  expect(judgeReviewable("shipped", line)).toBe("not_received");
});

test("a line that went back whole is not asked about, a part of it leaves the rest to be judged", () => {
  expect(judgeReviewable("received", { ...line, refundedQuantity: 1 })).toBe(null);
  expect(judgeReviewable("received", { ...line, refundedQuantity: 2 })).toBe("refunded");
  expect(judgeReviewable("received", { ...line, refundedFen: 4_559n })).toBe(null);
  expect(judgeReviewable("received", { ...line, refundedFen: 4_560n })).toBe("refunded");
});

test("a line that cost nothing has not gone back because of that", () => {
  expect(judgeReviewable("received", { ...line, payableFen: 0n })).toBe(null);
});
