import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { reasonsOfFlow } from "@/domain/stock/movement-reason";
import { isOfPart } from "@/features/stock/queries/is-of-part";
import type { MovementFilter } from "@/features/stock/schema";
import { Prisma } from "@/prisma/generated/client";

/** Whether a movement `m` matches, wherever its page begins. */
export function movementsThatMatch(merchantId: string, filter: MovementFilter): Prisma.Sql {
  const from = filter.from ? shanghaiDayRange(filter.from).from : null;
  const until = filter.until ? shanghaiDayRange(filter.until).to : null;
  const reasons = reasonsOf(filter.flow);
  const [kind = "all", key = ""] = filter.part?.split(":") ?? [];
  return Prisma.sql`m.merchant_id = ${merchantId}::uuid
    and (${filter.skuId ?? null}::uuid is null or m.sku_id = ${filter.skuId ?? null}::uuid)
    and (${from}::timestamptz is null or m.created_at >= ${from}::timestamptz)
    and (${until}::timestamptz is null or m.created_at < ${until}::timestamptz)
    and (${filter.flow ?? null}::text is null
      or (m.reason = any(${reasons}::text[])) <> ${filter.flow === "adjusted"}::boolean)
    and (${kind} = 'all' or exists (select from sku k
      join product p on p.merchant_id = k.merchant_id and p.id = k.product_id
      where k.merchant_id = m.merchant_id and k.id = m.sku_id and ${isOfPart({ kind, key })}))`;
}

/** The reasons of a flow; for adjustments all those that they are not. */
function reasonsOf(flow: MovementFilter["flow"]): string[] {
  if (flow !== undefined && flow !== "adjusted") return reasonsOfFlow(flow);
  return (["received", "sold", "returned"] as const).flatMap((one) => reasonsOfFlow(one));
}
