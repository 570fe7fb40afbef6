import { expect, test } from "vitest";
import { calculateCartTotal, canBuyLine, decideCartLineState } from "./cart-line-state";

const line = { onSale: true, left: 5, quantity: 2, seenUnitPriceFen: 100n, unitPriceFen: 100n };

test.each([
  ["unchanged", {}, "as_seen", true],
  ["taken off the shelf", { onSale: false, left: 0 }, "taken_down", false],
  ["gone, whatever its price", { left: 0, unitPriceFen: 120n }, "sold_out", false],
  ["promised more often than there", { left: -1 }, "sold_out", false],
  ["scarcer than wanted", { left: 1 }, "too_few_left", false],
  ["just enough", { left: 2 }, "as_seen", true],
  ["dearer", { unitPriceFen: 101n }, "price_rose", true],
  ["cheaper", { unitPriceFen: 99n }, "price_fell", true],
] as const)("a line that is %s says so", (_name, change, state, buyable) => {
  expect(decideCartLineState({ ...line, ...change })).toBe(state);
  expect(canBuyLine({ state })).toBe(buyable);
});

test("the total counts what can be bought, at today's prices", () => {
  const total = calculateCartTotal([
    { state: "as_seen", unitPriceFen: 3_280n, quantity: 2 },
    { state: "price_rose", unitPriceFen: 100n, quantity: 999 },
    { state: "sold_out", unitPriceFen: 5_000n, quantity: 1 },
    { state: "taken_down", unitPriceFen: 5_000n, quantity: 1 },
  ]);
  expect(total).toBe(106_460n);
  expect(calculateCartTotal([])).toBe(0n);
});
