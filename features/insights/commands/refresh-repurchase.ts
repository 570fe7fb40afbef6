import { REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { lookBack } from "@/features/insights/commands/look-back";
import { dekadOf } from "@/features/insights/queries/dekad-of";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

const timeoutMs = 120_000;

/**
 * Counts anew who came back how soon (day_first_order, day_order_gap and its dekads), from the days on
 * which people ordered. What is asked of it does not depend on a window, so it is kept; all of it is replaced, because
 * one late order moves a buyer's first day and with it what followed.
 */
export async function refreshRepurchase(merchantId: AuthorizedMerchantId): Promise<void> {
  const shortest = Prisma.join(
    REPURCHASE_DAYS.map((days) => Prisma.sql`when gap <= ${days}::int then ${days}::int`),
    " ",
  );
  await lookBack(
    merchantId,
    "repurchase",
    async (tx) => {
      await tx.$executeRaw`delete from day_first_order where merchant_id = ${merchantId}::uuid`;
      await tx.$executeRaw`delete from day_order_gap where merchant_id = ${merchantId}::uuid`;
      await tx.$executeRaw`delete from dekad_order_gap where merchant_id = ${merchantId}::uuid`;
      await tx.$executeRaw`${plannedAnew}
        insert into day_first_order (merchant_id, day, within_days, buyers)
        select ${merchantId}::uuid, day, case ${shortest} else 0 end, count(*)
        from (
          select distinct on (person_id) day,
            case when orders > 1 then 0 else lead(day) over person - day end as gap
          from day_person
          where merchant_id = ${merchantId}::uuid and orders > 0 and slice_id = ${wholeShop(merchantId)}
          window person as (partition by person_id order by day)
          order by person_id, day
        ) firsts
        group by 2, 3`;
      await tx.$executeRaw`${plannedAnew}
        insert into day_order_gap (merchant_id, day, gap_days, gaps)
        select ${merchantId}::uuid, day, array_agg(gap order by gap), array_agg(times order by gap)
        from (
          select day, gap, sum(times)::int as times from (
            select day, day - lag(day) over (partition by person_id order by day) as gap, 1 as times, orders
            from day_person
            where merchant_id = ${merchantId}::uuid and orders > 0 and slice_id = ${wholeShop(merchantId)}
            union all
            select day, 0, orders - 1, orders from day_person
            where merchant_id = ${merchantId}::uuid and orders > 1 and slice_id = ${wholeShop(merchantId)}
          ) each
          where gap is not null group by day, gap
        ) counted
        group by day`;
      await tx.$executeRaw`${plannedAnew}
        insert into dekad_order_gap (merchant_id, dekad, gap_days, gaps)
        select ${merchantId}::uuid, dekad, array_agg(gap order by gap), array_agg(times order by gap)
        from (
          select ${dekadOf("day")} as dekad, u.gap, sum(u.times)::int as times
          from day_order_gap cross join lateral unnest(gap_days, gaps) u (gap, times)
          where merchant_id = ${merchantId}::uuid group by 1, 2
        ) counted
        group by dekad`;
    },
    timeoutMs,
  );
}

function wholeShop(merchantId: string): Prisma.Sql {
  return Prisma.sql`(select id from slice
    where merchant_id = ${merchantId}::uuid and kind = 'all' and key = '')`;
}
