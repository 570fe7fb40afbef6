import fc from "fast-check";
import { expect, test } from "vitest";
import { previewMargin } from "./preview-margin";

const rate = (rateBps: number) => ({ rateBps, fixedFenPerUnit: null });
const unit = {
  priceFen: 10_000n,
  costFen: 5_500n,
  level1Rule: rate(1_500),
  level2Rule: rate(500),
  capBps: 3_000,
  paymentFeeBps: 60,
  freightSubsidyFen: 600n,
  traditionalRakeBps: 3_000,
};

test("the margin is the price less cost, both commissions, fee and freight, beside the traditional channel", () => {
  expect(previewMargin(unit)).toEqual({
    level1Fen: 1_500n,
    level2Fen: 500n,
    paymentFeeFen: 60n,
    freightSubsidyFen: 600n,
    marginFen: 1_840n,
    marginBps: 1_840,
    sellsAtLoss: false,
    traditional: {
      rakeFen: 3_000n,
      totalFen: 5_000n,
      marginFen: -500n,
      marginBps: -500,
    },
  });
});

test("the traditional channel takes the merchant's rake and a fifth more, never above the price", () => {
  expect(previewMargin({ ...unit, traditionalRakeBps: 1_000 }).traditional).toMatchObject({
    rakeFen: 1_000n,
    totalFen: 3_000n,
    marginFen: 1_500n,
  });
  expect(previewMargin({ ...unit, traditionalRakeBps: 9_000 }).traditional).toMatchObject({
    rakeFen: 9_000n,
    totalFen: 10_000n,
  });
});

test("selling one fen below cost is a loss, selling at cost is none", () => {
  const bare = {
    ...unit,
    level1Rule: null,
    level2Rule: null,
    paymentFeeBps: 0,
    freightSubsidyFen: 0n,
  };
  expect(previewMargin({ ...bare, costFen: 10_000n })).toMatchObject({
    marginFen: 0n,
    sellsAtLoss: false,
  });
  expect(previewMargin({ ...bare, costFen: 10_001n })).toMatchObject({
    marginFen: -1n,
    sellsAtLoss: true,
  });
});

test("a unit that costs the customer nothing has a loss but no margin ratio", () => {
  expect(previewMargin({ ...unit, priceFen: 0n })).toMatchObject({
    level1Fen: 0n,
    marginFen: -6_100n,
    marginBps: null,
    sellsAtLoss: true,
    traditional: { marginBps: null },
  });
});

test("price is always fully divided between cost, commissions, fee, freight and margin", () => {
  const amounts = fc.bigInt({ min: 0n, max: 10n ** 9n });
  const rates = fc.integer({ min: 0, max: 10_000 });
  fc.assert(
    fc.property(
      amounts,
      amounts,
      rates,
      rates,
      rates,
      (priceFen, costFen, first, second, capBps) => {
        const rules = { level1Rule: rate(first), level2Rule: rate(second), capBps };
        const preview = previewMargin({ ...unit, ...rules, priceFen, costFen });
        const spentFen =
          preview.level1Fen + preview.level2Fen + preview.paymentFeeFen + preview.freightSubsidyFen;
        expect(costFen + spentFen + preview.marginFen).toBe(priceFen);
        expect(preview.sellsAtLoss).toBe(preview.marginFen < 0n);
      },
    ),
  );
});
