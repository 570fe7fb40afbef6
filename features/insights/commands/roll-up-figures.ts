import { addDays, firstOfMonth } from "@/domain/metrics/calendar-day";
import { firstOfDekad, nextDekad } from "@/domain/metrics/dekad";
import type { DayWindow } from "@/domain/metrics/window";
import { dekadOf } from "@/features/insights/queries/dekad-of";
import { factsOfCommissions } from "@/features/insights/queries/facts-of-commissions";
import { factsOfRefunds } from "@/features/insights/queries/facts-of-refunds";
import { factsOfSales } from "@/features/insights/queries/facts-of-sales";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import { sumClicks } from "@/features/insights/queries/sum-clicks";
import { sumCommissions } from "@/features/insights/queries/sum-commissions";
import { sumEvents } from "@/features/insights/queries/sum-events";
import { sumRefunds } from "@/features/insights/queries/sum-refunds";
import { sumSales } from "@/features/insights/queries/sum-sales";
import type { DaySpan } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

const columns = figureColumns.map(({ column }) => Prisma.raw(column));
const all = Prisma.join(columns);
const summed = Prisma.join(columns.map((name) => Prisma.sql`sum(${name}) as ${name}`));
const taken = Prisma.join(columns.map((name) => Prisma.sql`${name} = excluded.${name}`));
const differ = Prisma.sql`(${Prisma.join(columns.map((name) => Prisma.sql`f.${name}`))})
  is distinct from (${Prisma.join(columns.map((name) => Prisma.sql`excluded.${name}`))})`;

/** The rows of one source, widened by zeros to all figures. */
function widened(rows: Prisma.Sql, own: readonly string[]): Prisma.Sql {
  const list = figureColumns.map(({ column }) =>
    own.includes(column) ? Prisma.raw(`coalesce(${column}, 0) as ${column}`) : Prisma.raw("0"),
  );
  return Prisma.sql`select kind, key, day, ${Prisma.join(list)} from (${rows}) r`;
}

/** Replaces day_figure of the span by what the facts say now, and the dekads and months that it touches. */
export async function rollUpFigures(tx: MerchantTx, span: DaySpan): Promise<void> {
  const { merchantId, fromDay, untilDay } = span;
  const lastDay = addDays(untilDay, -1);
  await writeDays(tx, span);
  await writeSums(tx, merchantId, ofDekads, {
    from: firstOfDekad(fromDay),
    to: nextDekad(lastDay),
  });
  await writeSums(tx, merchantId, ofMonths, {
    from: firstOfMonth(fromDay),
    to: firstOfMonth(lastDay, 1),
  });
}

async function writeDays(tx: MerchantTx, span: DaySpan): Promise<void> {
  const { merchantId, fromDay, untilDay } = span;
  const of = (source: string) =>
    figureColumns.filter((one) => one.source === source).map(({ column }) => column);
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfSales(span)}, ${factsOfRefunds(span)}, ${factsOfCommissions(span)},
    part (kind, key, day, ${all}) as (
      ${widened(sumSales(merchantId), of("sales"))}
      union all ${widened(sumRefunds(merchantId), of("refunds"))}
      union all ${widened(sumCommissions(merchantId), of("commissions"))}
      union all ${widened(sumClicks(span), of("clicks"))}
      union all ${widened(sumEvents(span), of("events"))}),
    summed as materialized (select kind, key, day, ${summed} from part group by kind, key, day),
    named as (
      insert into slice (merchant_id, kind, key)
      select distinct ${merchantId}::uuid, kind, key from summed s
      where not exists (select from slice k
        where k.merchant_id = ${merchantId}::uuid and k.kind = s.kind and k.key = s.key)
      returning id, kind, key),
    fresh as materialized (
      select k.id as slice_id, s.day, ${all} from summed s
      join (select id, kind, key from slice where merchant_id = ${merchantId}::uuid
        union all select id, kind, key from named) k on k.kind = s.kind and k.key = s.key),
    gone as (
      delete from day_figure d
      where d.merchant_id = ${merchantId}::uuid and d.day >= ${fromDay}::date and d.day < ${untilDay}::date
        and (d.slice_id, d.day) not in (select slice_id, day from fresh))
    insert into day_figure as f (merchant_id, slice_id, day, ${all})
    select ${merchantId}::uuid, slice_id, day, ${all} from fresh
    on conflict (merchant_id, slice_id, day) do update set ${taken} where ${differ}`;
}

/** Sums what lies above days from what lies below: dekads from their days, months from their dekads. */
type Sums = { into: string; key: string; below: string; belowKey: string; keyOf: Prisma.Sql };

const ofDekads: Sums = {
  into: "dekad_figure",
  key: "dekad",
  below: "day_figure",
  belowKey: "day",
  keyOf: dekadOf("d.day"),
};
const ofMonths: Sums = {
  into: "month_figure",
  key: "month",
  below: "dekad_figure",
  belowKey: "dekad",
  keyOf: Prisma.raw("date_trunc('month', d.dekad::timestamp)::date"),
};

/** @param within the first day of the first, and of the one after the last */
async function writeSums(
  tx: MerchantTx,
  merchantId: string,
  { keyOf, ...names }: Sums,
  within: DayWindow,
): Promise<void> {
  const [into, key, below, belowKey] = [names.into, names.key, names.below, names.belowKey].map(
    (name) => Prisma.raw(name),
  );
  await tx.$executeRaw`${plannedAnew}
    with fresh as materialized (
      select slice_id, ${keyOf} as ${key}, ${summed} from ${below} d
      where d.merchant_id = ${merchantId}::uuid
        and d.${belowKey} >= ${within.from}::date and d.${belowKey} < ${within.to}::date
      group by 1, 2),
    gone as (
      delete from ${into} d
      where d.merchant_id = ${merchantId}::uuid
        and d.${key} >= ${within.from}::date and d.${key} < ${within.to}::date
        and (d.slice_id, d.${key}) not in (select slice_id, ${key} from fresh))
    insert into ${into} as f (merchant_id, slice_id, ${key}, ${all})
    select ${merchantId}::uuid, slice_id, ${key}, ${all} from fresh
    on conflict (merchant_id, slice_id, ${key}) do update set ${taken} where ${differ}`;
}
