import { addDays } from "@/domain/metrics/calendar-day";
import { RFM_DAYS, RFM_MOVE_DAYS } from "@/domain/metrics/rfm";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { lookBack } from "@/features/insights/commands/look-back";
import { factsOfRfm } from "@/features/insights/queries/facts-of-rfm";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/**
 * Brings rfm_customer and rfm_segment to what orders, refunds and order histories of the trailing 365
 * days say, and rfm_move to what became of the segments of 30 days before. Everybody is placed anew, because
 * each is compared with the mean of all.
 * @param now its Shanghai day is the last of the 365
 */
export async function refreshRfm(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  const today = shanghaiDay(now);
  await lookBack(merchantId, "rfm", async (tx) => {
    await writeCustomers(tx, merchantId, today);
    await placeCustomers(tx, merchantId, today);
    await sumSegments(tx, merchantId, today);
    await writeMoves(tx, merchantId, today);
  });
}

/** Whoever is new stands in the last segment until all are placed, later in the same transaction. */
async function writeCustomers(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  const from = shanghaiDayRange(addDays(today, 1 - RFM_DAYS)).from;
  const until = shanghaiDayRange(today).to;
  const figures = Prisma.sql`customer_ref, orders, net_fen, last_at, last_day, last_order_no,
    last_channel, last_region, last_distributor_id`;
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfRfm(merchantId, from, until)},
    gone as (
      delete from rfm_customer c where c.merchant_id = ${merchantId}::uuid
        and c.person_id not in (select person from bought)),
    placed as (
      select b.*, case when b.customer_ref <> '' then 'imported' else coalesce(l.channel::text, 'direct') end
          as last_channel, coalesce(o.province, h.region, '') as last_region,
        o.level1_distributor_id as last_distributor_id
      from bought b
      left join orders o on o.merchant_id = ${merchantId}::uuid and o.order_no = b.last_order_no and b.customer_ref = ''
      left join share_click k on k.merchant_id = o.merchant_id and k.id = o.click_id
      left join share_link l on l.merchant_id = k.merchant_id and l.id = k.link_id
      left join history_order h on h.merchant_id = ${merchantId}::uuid and h.invoice_no = b.last_order_no
        and b.customer_ref <> '')
    insert into rfm_customer as c (merchant_id, person_id, segment, ${figures})
    select ${merchantId}::uuid, person, '000', ${figures} from placed
    on conflict (merchant_id, person_id) do update set orders = excluded.orders, net_fen = excluded.net_fen,
      last_at = excluded.last_at, last_day = excluded.last_day, last_order_no = excluded.last_order_no,
      last_channel = excluded.last_channel, last_region = excluded.last_region,
      last_distributor_id = excluded.last_distributor_id
    where (c.orders, c.net_fen, c.last_at, c.last_order_no, c.last_channel, c.last_region, c.last_distributor_id)
      is distinct from (excluded.orders, excluded.net_fen, excluded.last_at, excluded.last_order_no,
        excluded.last_channel, excluded.last_region, excluded.last_distributor_id)`;
}

function recencyDays(lastDay: string): Prisma.Sql {
  return Prisma.sql`(${lastDay}::date - last_day)`;
}

/** The sums of everybody in `people`: what each is compared with. */
function sumsOf(people: Prisma.Sql, lastDay: string): Prisma.Sql {
  return Prisma.sql`select count(*)::numeric as customers, sum(${recencyDays(lastDay)}) as recency_days,
    sum(orders) as paid_orders, sum(net_fen) as net_fen_sum from ${people}`;
}

/** The comparison of domain/metrics/rfm.ts with the mean, undivided, so that nothing is rounded. */
function bitsOf(lastDay: string): Prisma.Sql {
  return Prisma.sql`concat((${recencyDays(lastDay)} * customers <= recency_days)::int,
    (orders * customers >= paid_orders)::int, (net_fen * customers >= net_fen_sum)::int)`;
}

async function placeCustomers(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  const own = Prisma.sql`rfm_customer where merchant_id = ${merchantId}::uuid`;
  await tx.$executeRaw`${plannedAnew}
    with total as (${sumsOf(own, today)})
    update rfm_customer set segment = ${bitsOf(today)} from total
    where merchant_id = ${merchantId}::uuid and segment <> ${bitsOf(today)}`;
}

/** Where everybody stood 30 days before by the facts of the year until then, and who went where since. */
async function writeMoves(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  const before = addDays(today, -RFM_MOVE_DAYS);
  const from = shanghaiDayRange(addDays(before, 1 - RFM_DAYS)).from;
  const until = shanghaiDayRange(before).to;
  await tx.$executeRaw`delete from rfm_move where merchant_id = ${merchantId}::uuid`;
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfRfm(merchantId, from, until)},
    total as (${sumsOf(Prisma.sql`bought`, before)}),
    stood as materialized (select person, ${bitsOf(before)} as segment from bought cross join total),
    moved as materialized (
      select c.person_id, coalesce(s.segment, '') as was, coalesce(c.segment, '') as became
      from stood s full join (
        select person_id, segment from rfm_customer where merchant_id = ${merchantId}::uuid) c
        on c.person_id = s.person),
    kept as (
      update rfm_customer r set segment_before = m.was from moved m
      where r.merchant_id = ${merchantId}::uuid and r.person_id = m.person_id and r.segment_before <> m.was)
    insert into rfm_move (merchant_id, was, became, as_of, customers)
    select ${merchantId}::uuid, was, became, ${before}::date, count(*) from moved group by was, became`;
}

async function sumSegments(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  await tx.$executeRaw`delete from rfm_segment where merchant_id = ${merchantId}::uuid`;
  await tx.$executeRaw`${plannedAnew}
    insert into rfm_segment (merchant_id, kind, key, segment, as_of, customers, recency_days, orders, net_fen)
    select ${merchantId}::uuid, k.kind, k.key, segment, ${today}::date, count(*), sum(${recencyDays(today)}),
      sum(orders), sum(net_fen)
    from rfm_customer cross join lateral (values ('all'::slice_kind, ''), ('channel', last_channel),
      ('region', nullif(last_region, '')), ('distributor', last_distributor_id::text)) k (kind, key)
    where merchant_id = ${merchantId}::uuid and k.key is not null group by k.kind, k.key, segment`;
}
