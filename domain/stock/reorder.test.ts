import fc from "fast-check";
import { expect, test } from "vitest";
import { proposeReorder, type ReorderFigures } from "./reorder";

const figures: ReorderFigures = {
  soldUnits: 60,
  soldDays: 30,
  leadDays: 7,
  safetyDays: 3,
  onHand: 5,
  onOrder: 4,
  packUnits: 6,
};

test.each<[string, Partial<ReorderFigures>, number, number]>([
  ["ten days of two a day less nine are eleven: two packs", {}, 11, 12],
  ["an exact pack is one pack", { onOrder: 9 }, 6, 6],
  ["a part of a unit is a unit", { soldUnits: 61 }, 12, 12],
  [
    "one in three days over three days is one",
    { soldUnits: 1, soldDays: 3, leadDays: 3, safetyDays: 0, onHand: 0, onOrder: 0, packUnits: 1 },
    1,
    1,
  ],
  ["enough on hand needs nothing", { onHand: 20 }, 0, 0],
  ["enough under way needs nothing", { onOrder: 15 }, 0, 0],
  ["what nobody buys is not ordered", { soldUnits: 0, onHand: 0, onOrder: 0 }, 0, 0],
  ["more returns than sales order nothing", { soldUnits: -9, onHand: 0, onOrder: 0 }, 0, 0],
])("%s", (_what, changed, neededUnits, units) => {
  const proposal = proposeReorder({ ...figures, ...changed });
  expect(proposal).toMatchObject({ neededUnits, units });
});

test.each<Partial<ReorderFigures>>([
  { soldDays: 0 },
  { packUnits: 0 },
  { packUnits: -1 },
  { leadDays: -1 },
  { safetyDays: 1.5 },
  { onHand: Number.NaN },
  { soldUnits: 0.5 },
])("%j is no reorder figure and throws", (changed) => {
  expect(() => proposeReorder({ ...figures, ...changed })).toThrow(RangeError);
});

test("with the proposal the stock lasts through lead time and safety days, without a pack of it not", () => {
  const count = fc.nat(300);
  const made = fc.record({
    soldUnits: fc.nat(10_000),
    soldDays: fc.integer({ min: 1, max: 365 }),
    leadDays: fc.nat(120),
    safetyDays: fc.nat(60),
    onHand: count,
    onOrder: count,
    packUnits: fc.integer({ min: 1, max: 48 }),
  });
  fc.assert(
    fc.property(made, (one) => {
      const { packs, units } = proposeReorder(one);
      const wanted = (one.leadDays + one.safetyDays) * one.soldUnits;
      const lasts = (more: number) => (one.onHand + one.onOrder + more) * one.soldDays >= wanted;
      expect(units).toBe(packs * one.packUnits);
      expect(lasts(units)).toBe(true);
      if (packs > 0) expect(lasts(units - one.packUnits)).toBe(false);
    }),
  );
});
