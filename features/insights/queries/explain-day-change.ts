import {
  type Contribution,
  largestContributions,
  type PartSales,
} from "@/domain/metrics/contributions";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

const dayMs = 86_400_000;
const shown = 3;

export type DayChange = {
  nowFen: bigint;
  beforeFen: bigint;
  /** The parts that moved net sales most, in each of three divisions of the shop. */
  channel: Contribution[];
  product: Contribution[];
  region: Contribution[];
};

type Row = PartSales & { division: "all" | "channel" | "product" | "region" };

/**
 * Net sales of today until now against yesterday until the same time of day, and which channels, products
 * and provinces the change came from. A refund belongs to the parts of its order, on its own day.
 */
export async function explainDayChange(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<DayChange> {
  const { from } = shanghaiDayRange(shanghaiDay(now));
  const before = { from: new Date(from.getTime() - dayMs), to: new Date(now.getTime() - dayMs) };
  const rows = await tx.$queryRaw<Row[]>`${plannedAnew}
    with span (is_now, from_at, to_at) as (
      values (true, ${from}::timestamptz, ${now}::timestamptz),
        (false, ${before.from}::timestamptz, ${before.to}::timestamptz)),
    moved as (
      select s.is_now, o.id as order_id, l.product_id, l.payable_fen as fen
      from span s
      join orders o on o.merchant_id = ${merchantId}::uuid and o.paid_at >= s.from_at and o.paid_at < s.to_at
      join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
      union all
      select s.is_now, r.order_id, l.product_id, -b.amount_fen
      from span s
      join refund r on r.merchant_id = ${merchantId}::uuid
        and r.succeeded_at >= s.from_at and r.succeeded_at < s.to_at
      join refund_line b on b.merchant_id = r.merchant_id and b.refund_id = r.id
      join order_line l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line_no = b.line_no
      where exists (select from orders o where o.merchant_id = r.merchant_id and o.id = r.order_id
        and o.paid_at is not null)),
    placed as (
      select m.is_now, m.fen, m.product_id::text as product, o.province as region,
        coalesce(k.channel::text, 'direct') as channel
      from moved m
      join orders o on o.merchant_id = ${merchantId}::uuid and o.id = m.order_id
      left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
      left join share_link k on k.merchant_id = c.merchant_id and k.id = c.link_id),
    summed as (
      select case when grouping(channel) = 0 then 'channel' when grouping(product) = 0 then 'product'
          when grouping(region) = 0 then 'region' else 'all' end as division,
        coalesce(channel, product, region, '') as key,
        coalesce(sum(fen) filter (where is_now), 0)::bigint as now_fen,
        coalesce(sum(fen) filter (where not is_now), 0)::bigint as before_fen
      from placed group by grouping sets ((channel), (product), (region), ()))
    select s.division, s.key, coalesce(p.title, s.key) as title,
      s.now_fen as "nowFen", s.before_fen as "beforeFen"
    from summed s
    left join product p on s.division = 'product' and p.merchant_id = ${merchantId}::uuid and p.id::text = s.key`;
  const whole = rows.find(({ division }) => division === "all");
  const movers = (wanted: Row["division"]) =>
    largestContributions(
      rows
        .filter(({ division }) => division === wanted)
        .map(({ division: _division, ...part }) => part),
      shown,
    );
  return {
    nowFen: whole?.nowFen ?? 0n,
    beforeFen: whole?.beforeFen ?? 0n,
    channel: movers("channel"),
    product: movers("product"),
    region: movers("region"),
  };
}
