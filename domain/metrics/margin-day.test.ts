import { expect, test } from "vitest";
import { marginDay } from "./margin-day";
import type { Figures } from "./measures";

const nothing: Figures = {
  clicks: 0,
  openings: 0,
  views: 0,
  dwellMs: 0n,
  favourites: 0,
  carts: 0,
  checkouts: 0,
  shareSets: 0,
  orders: 0,
  units: 0,
  grossFen: 0n,
  discountFen: 0n,
  freightFen: 0n,
  costFen: 0n,
  uncostedFen: 0n,
  refunds: 0,
  refundUnits: 0,
  refundFen: 0n,
  returnedCostFen: 0n,
  uncostedBackFen: 0n,
  commission1Fen: 0n,
  commission2Fen: 0n,
  clawedBackFen: 0n,
  feeFen: 0n,
  refundFreightFen: 0n,
  feeBackFen: 0n,
};
const none = { imported: nothing, freightCostPerOrderFen: 0n };

test("a day's profit is of goods whose cost is known, after refunds and what came back to the shelf", () => {
  const figures = {
    ...nothing,
    grossFen: 10_000n,
    uncostedFen: 2_000n,
    costFen: 4_000n,
    refundFen: 1_500n,
    uncostedBackFen: 500n,
    returnedCostFen: 400n,
  };
  expect(marginDay("2026-06-01", figures, none)).toEqual({
    day: "2026-06-01",
    netSalesFen: 8_500n,
    costedNetFen: 7_000n,
    grossProfitFen: 3_400n,
    carriedFen: 0n,
  });
});

test("carried are commissions and fees less what came back, and parcels that cost more than was paid for them", () => {
  const figures = {
    ...nothing,
    orders: 5,
    commission1Fen: 300n,
    commission2Fen: 100n,
    clawedBackFen: 50n,
    feeFen: 70n,
    feeBackFen: 10n,
    freightFen: 1_200n,
    refundFreightFen: 200n,
  };
  const imported = { ...nothing, orders: 2 };
  const carried = (freightCostPerOrderFen: bigint) =>
    marginDay("2026-06-01", figures, { imported, freightCostPerOrderFen }).carriedFen;
  expect(carried(500n)).toBe(410n + 500n);
  expect(carried(333n)).toBe(410n);
});
