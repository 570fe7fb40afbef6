import fc from "fast-check";
import { expect, test } from "vitest";
import {
  adjustStock,
  type Costed,
  issueStock,
  NO_STOCK,
  receiveStock,
  type StockValue,
  unitCostFen,
} from "./moving-average-cost";

const stock = (units: number, valueFen: bigint): StockValue => ({ units, valueFen });

test("a delivery at another price moves the average", () => {
  const after = receiveStock(stock(10, 1_000n), 10, 2_001n);
  expect(after).toEqual(stock(20, 3_001n));
  expect(unitCostFen(after)).toBe(150n);
  expect(unitCostFen(NO_STOCK)).toBeNull();
});

test("a hundred fen for three units go out as 33, 34 and 33: nothing is lost", () => {
  let left = stock(3, 100n);
  const costs: bigint[] = [];
  for (let unit = 0; unit < 3; unit += 1) {
    const issued = issueStock(left, 1);
    if (!issued.ok) throw new Error(issued.reason);
    costs.push(-issued.movedFen);
    left = issued.stock;
  }
  expect(costs).toEqual([33n, 34n, 33n]);
  expect(left).toEqual(NO_STOCK);
});

test.each([
  ["units found come in at the average", stock(3, 100n), 2, stock(5, 167n), 67n],
  ["units found where nothing was, at the last cost", NO_STOCK, 2, stock(2, 18n), 18n],
  ["units missing go out at the average", stock(3, 100n), -2, stock(1, 33n), -67n],
  ["a count that fits changes nothing", stock(3, 100n), 0, stock(3, 100n), 0n],
])("%s", (_what, before, delta, after, movedFen) => {
  expect(adjustStock(before, delta, 9n)).toEqual({ ok: true, stock: after, movedFen });
});

test("more than is there can neither be sold nor found missing", () => {
  expect(issueStock(stock(2, 10n), 3)).toEqual({ ok: false, reason: "not_enough" });
  expect(issueStock(NO_STOCK, 1)).toEqual({ ok: false, reason: "not_enough" });
  expect(adjustStock(stock(2, 10n), -3, 0n)).toEqual({ ok: false, reason: "not_enough" });
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])("%s units move nowhere", (units) => {
  expect(() => receiveStock(NO_STOCK, units, 1n)).toThrow(RangeError);
  expect(() => issueStock(stock(9, 9n), units)).toThrow(RangeError);
});

test("a negative cost throws", () => {
  expect(() => receiveStock(NO_STOCK, 1, -1n)).toThrow(RangeError);
});

type Move = {
  kind: "receive" | "issue" | "find" | "miss";
  units: number;
  costFen: bigint;
};

const moves = fc.array(
  fc.record<Move>({
    kind: fc.constantFrom("receive", "issue", "find", "miss"),
    units: fc.integer({ min: 1, max: 500 }),
    costFen: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  }),
  { maxLength: 60 },
);

function apply(before: StockValue, { kind, units, costFen }: Move): Costed {
  if (kind === "issue") return issueStock(before, units);
  if (kind === "find") return adjustStock(before, units, costFen);
  if (kind === "miss") return adjustStock(before, -units, costFen);
  return { ok: true, stock: receiveStock(before, units, costFen), movedFen: costFen };
}

test("after any movements the value is what came less what went, and empty shelves are worth 0", () => {
  fc.assert(
    fc.property(moves, (list) => {
      let now = NO_STOCK;
      let movedFen = 0n;
      for (const move of list) {
        const costed = apply(now, move);
        if (!costed.ok) continue;
        movedFen += costed.movedFen;
        now = costed.stock;
      }
      expect(now.valueFen).toBe(movedFen);
      expect(now.units >= 0 && now.valueFen >= 0n).toBe(true);
      if (now.units === 0) expect(now.valueFen).toBe(0n);
    }),
  );
});

test("selling moves the unit cost by less than a fen, however it is cut", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 5_000 }),
      fc.bigInt({ min: 0n, max: 10n ** 12n }),
      fc.nat(),
      (units, valueFen, part) => {
        const sold = 1 + (part % (units - 1));
        const issued = issueStock(stock(units, valueFen), sold);
        if (!issued.ok) throw new Error(issued.reason);
        const error = -issued.movedFen * BigInt(units) - valueFen * BigInt(sold);
        expect(error * 2n <= BigInt(units) && -error * 2n <= BigInt(units)).toBe(true);
      },
    ),
  );
});
