import { movementsThatMatch } from "@/features/stock/queries/movements-that-match";
import type { MovementFilter } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What all movements that match, on whatever page, come to. */
export async function totalMovements(
  tx: MerchantTx,
  merchantId: string,
  filter: MovementFilter,
): Promise<{ movements: number; delta: number; valueFen: bigint }> {
  const [total] = await tx.$queryRaw<{ movements: number; delta: number; valueFen: bigint }[]>`
    select count(*)::int as movements, coalesce(sum(m.delta), 0)::int as delta,
      coalesce(sum(m.value_fen), 0)::bigint as "valueFen"
    from stock_movement m where ${movementsThatMatch(merchantId, filter)}`;
  return total ?? { movements: 0, delta: 0, valueFen: 0n };
}
