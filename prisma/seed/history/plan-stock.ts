import type { SeedSku } from "@/prisma/seed/catalogue/seed-product";
import { hourMs } from "@/prisma/seed/history/calendar";
import type { Plan } from "@/prisma/seed/history/deed";
import type { Outline } from "@/prisma/seed/history/outline";
import type { PlannedOrder } from "@/prisma/seed/history/plan-shopping";
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

/** New goods whenever what is planned would leave too little, and a loss that empties one shelf. */
export function planStock(
  outline: Outline,
  orders: readonly PlannedOrder[],
  scarce: ScarceSkus,
): Plan {
  const plan = planDeliveries(outline, orders);
  const gone = outline.offers.find(({ sku }) => sku.code === scarce.gone);
  if (gone) {
    const loss = { skuId: gone.skuId, delta: -gone.openingStock, note: "盘点:外箱受潮,报废" };
    plan.push(changeStock(outline.now.getTime() - 5 * hourMs, loss));
  }
  return plan;
}

function planDeliveries({ offers }: Outline, orders: readonly PlannedOrder[]): Plan {
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
      plan.push(changeStock(atMs - hourMs, { skuId, delta, note: "到货入库" }));
    }
  }
  return plan;
}
