import { expect, test } from "vitest";
import { calculateRuleFen } from "./commission-terms";

test("a rate pays on the base, rounded down, whatever the quantity", () => {
  expect(calculateRuleFen({ rateBps: 1_250, fixedFenPerUnit: null }, 999n, 7)).toBe(124n);
});

test("a fixed amount pays per unit, whatever the base", () => {
  expect(calculateRuleFen({ rateBps: null, fixedFenPerUnit: 150n }, 999n, 7)).toBe(1_050n);
});

test.each([
  { rateBps: null, fixedFenPerUnit: null },
  { rateBps: 0, fixedFenPerUnit: 0n },
  { rateBps: null, fixedFenPerUnit: -1n },
  { rateBps: -1, fixedFenPerUnit: null },
])("terms that are neither or both, or negative, throw: %o", (terms) => {
  expect(() => calculateRuleFen(terms, 100n, 1)).toThrow(RangeError);
});
