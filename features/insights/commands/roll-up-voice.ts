import { LATE_AFTER_HOURS } from "@/domain/metrics/voice";
import { COMPLAINT_KINDS } from "@/domain/refunds/refund-kind";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

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
    insert into day_voice (merchant_id, day, nps_counts, stars1, stars2, stars3, stars4, stars5,
      paid_orders, refunded_orders, complaint_orders, shipped_orders, late_orders, rolled_at)
    select ${merchantId}::uuid, d.day, nps.counts, r.stars1, r.stars2, r.stars3, r.stars4, r.stars5,
      paid.orders, paid.refunded, paid.complaints, shipped.orders, shipped.late, ${now}::timestamptz
    from (select day, day::timestamp at time zone 'Asia/Shanghai' as since,
        (day + 1)::timestamp at time zone 'Asia/Shanghai' as until from unnest(${days}::date[]) day) d
    cross join lateral (
      select array_agg(s.answers order by s.score) as counts from (
        select score.score, count(n.order_id)::int as answers
        from generate_series(0, 10) score (score)
        left join nps_answer n on n.merchant_id = ${merchantId}::uuid and n.score = score.score
          and n.created_at >= d.since and n.created_at < d.until
        group by score.score) s) nps
    cross join lateral (
      select count(*) filter (where score = 1)::int as stars1, count(*) filter (where score = 2)::int as stars2,
        count(*) filter (where score = 3)::int as stars3, count(*) filter (where score = 4)::int as stars4,
        count(*) filter (where score = 5)::int as stars5
      from review where merchant_id = ${merchantId}::uuid and state <> 'withdrawn'
        and created_at >= d.since and created_at < d.until) r
    cross join lateral (
      select count(*)::int as orders, count(*) filter (where o.refunded_fen > 0)::int as refunded,
        count(*) filter (where o.refunded_fen > 0 and exists (
          select from refund f where f.merchant_id = o.merchant_id and f.order_id = o.id
            and f.state = 'success' and f.kind::text = any(${[...COMPLAINT_KINDS]})))::int as complaints
      from orders o where o.merchant_id = ${merchantId}::uuid
        and o.paid_at >= d.since and o.paid_at < d.until) paid
    cross join lateral (
      select count(*)::int as orders,
        count(*) filter (where shipped_at > paid_at + make_interval(hours => ${LATE_AFTER_HOURS}::int))::int as late
      from orders where merchant_id = ${merchantId}::uuid
        and shipped_at >= d.since and shipped_at < d.until) shipped
    on conflict (merchant_id, day) do update set nps_counts = excluded.nps_counts,
      stars1 = excluded.stars1, stars2 = excluded.stars2, stars3 = excluded.stars3,
      stars4 = excluded.stars4, stars5 = excluded.stars5, paid_orders = excluded.paid_orders,
      refunded_orders = excluded.refunded_orders, complaint_orders = excluded.complaint_orders,
      shipped_orders = excluded.shipped_orders, late_orders = excluded.late_orders,
      rolled_at = excluded.rolled_at`;
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
