import { LATE_AFTER_HOURS } from "@/domain/metrics/voice";
import { COMPLAINT_KINDS } from "@/domain/refunds/refund-kind";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

type Span = { merchantId: string; days: readonly string[] };

/**
 * Computes word of mouth of the days anew from the facts and replaces what stood there: there is no
 * other way to change it, so what is kept up and what is recomputed cannot differ.
 * @param span.days Shanghai days, "YYYY-MM-DD"
 */
export async function rollUpVoice(tx: MerchantTx, span: Span, now: Date): Promise<void> {
  if (span.days.length === 0) return;
  await replaceDays(tx, span, now);
  await replaceProductDays(tx, span);
  await replaceProductMonths(tx, span);
}

async function replaceDays(tx: MerchantTx, span: Span, now: Date): Promise<void> {
  const { merchantId, days } = span;
  await tx.$executeRaw`${plannedAnew}
    delete from day_voice where merchant_id = ${merchantId}::uuid and day = any(${days}::date[])`;
  await tx.$executeRaw`${plannedAnew}
    with d as (select day, day::timestamp at time zone 'Asia/Shanghai' as since,
        (day + 1)::timestamp at time zone 'Asia/Shanghai' as until from unnest(${days}::date[]) day),
    fact as (${factsOfVoice(merchantId)})
    insert into day_voice (merchant_id, kind, key, day, nps_counts, stars1, stars2, stars3, stars4, stars5,
      paid_orders, refunded_orders, complaint_orders, shipped_orders, late_orders, rolled_at)
    select ${merchantId}::uuid, k.kind, k.key, f.day, array[${npsCounts}]::int[],
      count(*) filter (where f.stars = 1), count(*) filter (where f.stars = 2),
      count(*) filter (where f.stars = 3), count(*) filter (where f.stars = 4),
      count(*) filter (where f.stars = 5), count(*) filter (where f.paid),
      count(*) filter (where f.refunded), count(*) filter (where f.complaint),
      count(*) filter (where f.shipped), count(*) filter (where f.late), ${now}::timestamptz
    from fact f
    -- Looked up one by one: for a day's orders, Postgres would read all that there are.
    left join lateral (
      select o.province, o.level1_distributor_id, coalesce(l.channel::text, 'direct') as channel from orders o
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
      where o.merchant_id = ${merchantId}::uuid and o.id = f.order_id offset 0) o on true
    cross join lateral (values ('all'::slice_kind, ''), ('region', o.province), ('channel', o.channel),
      ('distributor', o.level1_distributor_id::text)) k (kind, key)
    where k.key is not null
    group by k.kind, k.key, f.day`;
}

const npsCounts = Prisma.join(
  Array.from({ length: 11 }, (_, score) => Prisma.raw(`count(*) filter (where f.nps = ${score})`)),
);

/** What was said, paid or shipped on the days `d`, each with its order; a day without anything has one of nothing. */
function factsOfVoice(merchantId: string): Prisma.Sql {
  const none = Prisma.raw("null::boolean");
  return Prisma.sql`
    select day, null::uuid as order_id, null::int as nps, null::int as stars, ${none} as paid,
      ${none} as refunded, ${none} as complaint, ${none} as shipped, ${none} as late from d
    union all
    select d.day, n.order_id, n.score, null, null, null, null, null, null
    from d join nps_answer n on n.merchant_id = ${merchantId}::uuid
      and n.created_at >= d.since and n.created_at < d.until
    union all
    select d.day, r.order_id, null, r.score, null, null, null, null, null
    from d join review r on r.merchant_id = ${merchantId}::uuid and r.state <> 'withdrawn'
      and r.created_at >= d.since and r.created_at < d.until
    union all
    select d.day, o.id, null, null, true, o.refunded_fen > 0, o.refunded_fen > 0 and exists (
        select from refund f where f.merchant_id = o.merchant_id and f.order_id = o.id
          and f.state = 'success' and f.kind::text = any(${[...COMPLAINT_KINDS]})), null, null
    from d join orders o on o.merchant_id = ${merchantId}::uuid
      and o.paid_at >= d.since and o.paid_at < d.until
    union all
    select d.day, o.id, null, null, null, null, null, true,
      o.shipped_at > o.paid_at + make_interval(hours => ${LATE_AFTER_HOURS}::int)
    from d join orders o on o.merchant_id = ${merchantId}::uuid
      and o.shipped_at >= d.since and o.shipped_at < d.until`;
}

async function replaceProductDays(tx: MerchantTx, { merchantId, days }: Span): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    delete from day_product_stars where merchant_id = ${merchantId}::uuid and day = any(${days}::date[])`;
  await tx.$executeRaw`${plannedAnew}
    insert into day_product_stars (merchant_id, day, product_id, stars1, stars2, stars3, stars4, stars5)
    select r.merchant_id, d.day, r.product_id,
      count(*) filter (where r.score = 1), count(*) filter (where r.score = 2),
      count(*) filter (where r.score = 3), count(*) filter (where r.score = 4),
      count(*) filter (where r.score = 5)
    from unnest(${days}::date[]) d (day)
    join review r on r.merchant_id = ${merchantId}::uuid and r.state <> 'withdrawn'
      and r.created_at >= d.day::timestamp at time zone 'Asia/Shanghai'
      and r.created_at < (d.day + 1)::timestamp at time zone 'Asia/Shanghai'
    group by r.merchant_id, d.day, r.product_id`;
}

async function replaceProductMonths(tx: MerchantTx, { merchantId, days }: Span): Promise<void> {
  const months = [...new Set(days.map((day) => `${day.slice(0, 7)}-01`))];
  await tx.$executeRaw`${plannedAnew}
    delete from month_product_stars where merchant_id = ${merchantId}::uuid and month = any(${months}::date[])`;
  await tx.$executeRaw`${plannedAnew}
    insert into month_product_stars (merchant_id, month, product_id, stars1, stars2, stars3, stars4, stars5)
    select p.merchant_id, m.month, p.product_id,
      sum(p.stars1), sum(p.stars2), sum(p.stars3), sum(p.stars4), sum(p.stars5)
    from unnest(${months}::date[]) m (month)
    join day_product_stars p on p.merchant_id = ${merchantId}::uuid
      and p.day >= m.month and p.day < m.month + interval '1 month'
    group by p.merchant_id, m.month, p.product_id`;
}
