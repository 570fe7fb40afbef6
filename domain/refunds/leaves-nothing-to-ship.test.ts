import { expect, test } from "vitest";
import { leavesNothingToShip } from "./leaves-nothing-to-ship";

const line = { payableFen: 5_000n, quantity: 2, refundedQuantity: 0, inFlightQuantity: 0 };
const order = { lines: [line, line], freightFen: 800n, askedFen: 0n };

test("an order without refunds, and one of which a part goes back, has something to ship", () => {
  expect(leavesNothingToShip(order)).toBe(false);
  expect(leavesNothingToShip({ ...order, askedFen: 10_799n })).toBe(false);
  const partly = [{ ...line, refundedQuantity: 1, inFlightQuantity: 1 }, line];
  expect(leavesNothingToShip({ ...order, lines: partly, askedFen: 5_000n })).toBe(false);
});

test("all money asked back, freight included, leaves nothing, whatever the units", () => {
  expect(leavesNothingToShip({ ...order, askedFen: 10_800n })).toBe(true);
});

test("all units asked back leave nothing, though the freight stays paid", () => {
  const lines = [
    { ...line, refundedQuantity: 1, inFlightQuantity: 1 },
    { ...line, refundedQuantity: 2 },
  ];
  expect(leavesNothingToShip({ ...order, lines, askedFen: 10_000n })).toBe(true);
});

test("what cost nothing can be shipped", () => {
  const free = { lines: [{ ...line, payableFen: 0n }], freightFen: 0n, askedFen: 0n };
  expect(leavesNothingToShip(free)).toBe(false);
});
