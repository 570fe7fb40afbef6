import { hourMs } from "@/prisma/seed/history/calendar";
import type { Plan } from "@/prisma/seed/history/deed";
import type { Outline } from "@/prisma/seed/history/outline";
import type { PlannedOrder } from "@/prisma/seed/history/plan-shopping";
import { changeStock, type StockChange } from "@/prisma/seed/history/staff-deeds";

/** New goods are ordered when less than this share of the first stock is left. */
const lowShare = 0.3;

/** SKUs that the dashboard shall show as running out and as sold out; nobody buys them in the demo. */
export type ScarceSkus = { low: string | null; gone: string | null };

/** The first stock, and new goods whenever what is planned would leave too little. */
export function planStock(
  outline: Outline,
  orders: readonly PlannedOrder[],
  scarce: ScarceSkus,
): Plan {
  const opening = outline.offers.map(({ skuId, sku }) => {
    const delta = sku.code === scarce.low || sku.code === scarce.gone ? 4 : sku.stock;
    return { skuId, delta, reason: "opening" as const, note: "开业入库" };
  });
  const plan: Plan = [changeStock(outline.fromMs - hourMs, opening)];
  plan.push(...planDeliveries(opening, orders));
  const gone = outline.offers.find(({ sku }) => sku.code === scarce.gone);
  if (gone) {
    const loss = {
      skuId: gone.skuId,
      delta: -4,
      reason: "adjusted" as const,
      note: "盘点:外箱受潮报废",
    };
    plan.push(changeStock(outline.now.getTime() - 5 * hourMs, [loss]));
  }
  return plan;
}

function planDeliveries(opening: readonly StockChange[], orders: readonly PlannedOrder[]): Plan {
  const first = new Map(opening.map(({ skuId, delta }) => [skuId, delta]));
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
      plan.push(
        changeStock(atMs - hourMs, [{ skuId, delta, reason: "adjusted", note: "到货入库" }]),
      );
    }
  }
  return plan;
}
