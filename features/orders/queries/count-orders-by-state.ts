import type { OrderState } from "@/domain/orders/order-state";
import { orderWhere } from "@/features/orders/queries/order-where";
import type { OrderFilter } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many orders of each state match the other filters: for the tabs above the list. */
export async function countOrdersByState(
  tx: MerchantTx,
  merchantId: string,
  filter: Omit<OrderFilter, "state" | "cursor"> = {},
): Promise<Record<OrderState, number>> {
  const groups = await tx.order.groupBy({
    by: ["state"],
    where: orderWhere(merchantId, filter),
    _count: { _all: true },
  });
  const counts: Record<OrderState, number> = {
    awaiting_payment: 0,
    paid: 0,
    shipped: 0,
    received: 0,
    closed: 0,
    refunded: 0,
  };
  for (const { state, _count } of groups) counts[state] = _count._all;
  return counts;
}
