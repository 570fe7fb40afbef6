import { sumMovements } from "@/features/stock/queries/sum-movements";
import { Prisma } from "@/prisma/generated/client";

/**
 * A query for what moved in [from, until): a row per SKU and Shanghai day with the day's amounts. The
 * movements of a reason are added up first, because a busy day has thousands of them and few reasons; and
 * the day is eight hours on, as in domain/metrics/shanghai-day.ts: looked up in the database's list of
 * time zones it takes as long as all the rest.
 * @param span.skuIds null for all
 */
export function dayFlows(span: {
  merchantId: string;
  from: Date;
  until: Date;
  skuIds: readonly string[] | null;
}): Prisma.Sql {
  const { merchantId, from, until, skuIds } = span;
  const only = skuIds ? Prisma.sql`and sku_id = any(${[...skuIds]}::uuid[])` : Prisma.empty;
  return Prisma.sql`
    select sku_id, day, ${sumMovements()}
    from (
      select sku_id, (created_at at time zone interval '8 hours')::date as day, reason,
        sum(delta) as delta, sum(value_fen) as value_fen
      from stock_movement
      where merchant_id = ${merchantId}::uuid and created_at >= ${from} and created_at < ${until} ${only}
      group by 1, 2, 3) m
    group by 1, 2`;
}
