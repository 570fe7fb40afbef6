import type { SeedSku } from "@/prisma/seed/catalogue/seed-product";
import { hourMs } from "@/prisma/seed/history/calendar";
import type { Plan } from "@/prisma/seed/history/deed";
import { momentAt, type Outline } from "@/prisma/seed/history/outline";
import type { PlannedOrder } from "@/prisma/seed/history/plan-shopping";
import { countEverything, purchase } from "@/prisma/seed/history/purchase-deeds";
import { changeStock } from "@/prisma/seed/history/staff-deeds";

/** New goods are ordered when less than this share of the first stock is left. */
const lowShare = 0.3;

/** SKUs that the dashboard shall show as running out and as sold out; nobody buys them in the demo. */
export type ScarceSkus = { low: string | null; gone: string | null };

/** So few of the scarce ones lie there at the opening. */
const fewUnits = 4;

export function isScarce({ low, gone }: ScarceSkus, code: string): boolean {
  return code === low || code === gone;
}

/** Units of a SKU at the opening. */
export function openingStockOf(scarce: ScarceSkus, sku: SeedSku): number {
  return isScarce(scarce, sku.code) ? fewUnits : sku.stock;
}

/** From whom the demo's shops buy, by the shop. */
const suppliers: Readonly<Record<string, string>> = {
  ruoli: "嘉兴南湖粽叶食品厂",
};
const otherSupplier = "武夷山岩上茶叶合作社";

/**
 * New goods whenever what is planned would leave too little, a count, purchase orders that are still on
 * their way, and a loss that empties one shelf.
 */
export function planStock(
  outline: Outline,
  orders: readonly PlannedOrder[],
  scarce: ScarceSkus,
): Plan {
  const plan = [...planDeliveries(outline, orders), ...planOpenPurchases(outline)];
  const gone = outline.offers.find(({ sku }) => sku.code === scarce.gone);
  if (gone) {
    const loss = { skuId: gone.skuId, delta: -gone.openingStock, note: "盘点:外箱受潮,报废" };
    plan.push(changeStock(outline.now.getTime() - 5 * hourMs, loss));
  }
  return plan;
}

function planOpenPurchases(outline: Outline): Plan {
  const { offers, now, slug } = outline;
  const nowMs = now.getTime();
  const supplier = suppliers[slug] ?? otherSupplier;
  const lineOf = (place: number, units: number) =>
    offers.slice(place, place + 1).map(({ skuId, sku }) => ({
      skuId,
      units,
      unitCostFen: sku.costFen,
    }));
  return [
    countEverything(momentAt(outline, 0.72)),
    purchase(nowMs - 30 * hourMs, { supplier, lines: lineOf(0, 40), state: "partly" }),
    purchase(nowMs - 26 * hourMs, {
      supplier,
      lines: [...lineOf(1, 60), ...lineOf(2, 36)],
      state: "ordered",
    }),
    purchase(nowMs - 3 * hourMs, { supplier, lines: lineOf(3, 24), state: "draft" }),
  ];
}

function planDeliveries({ offers, slug }: Outline, orders: readonly PlannedOrder[]): Plan {
  const supplier = suppliers[slug] ?? otherSupplier;
  const costs = new Map(offers.map(({ skuId, sku }) => [skuId, sku.costFen]));
  const first = new Map(offers.map(({ skuId, openingStock }) => [skuId, openingStock]));
  const left = new Map(first);
  const plan: Plan = [];
  for (const { atMs, lines } of [...orders].sort((one, other) => one.atMs - other.atMs)) {
    for (const { skuId, quantity } of lines) {
      const whole = first.get(skuId) ?? 0;
      // What is not paid comes back later: counting it as gone is on the safe side.
      const rest = (left.get(skuId) ?? 0) - quantity;
      left.set(skuId, rest);
      if (rest >= whole * lowShare) continue;
      const delta = Math.max(quantity + 5, Math.floor(whole * 0.6));
      left.set(skuId, rest + delta);
      const line = { skuId, units: delta, unitCostFen: costs.get(skuId) ?? 0n };
      plan.push(purchase(atMs - hourMs, { supplier, lines: [line], state: "whole" }));
    }
  }
  return plan;
}
