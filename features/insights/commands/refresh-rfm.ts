import { addDays } from "@/domain/metrics/calendar-day";
import { RFM_DAYS, type RfmSums, rfmBounds } from "@/domain/metrics/rfm";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { lookBack } from "@/features/insights/commands/look-back";
import { factsOfRfm } from "@/features/insights/queries/facts-of-rfm";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/**
 * Brings rfm_customer and rfm_segment to what orders, refunds and order histories of the trailing 365
 * days say. Everybody is placed anew, because each is compared with the mean of all.
 * @param now its Shanghai day is the last of the 365
 */
export async function refreshRfm(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  const today = shanghaiDay(now);
  await lookBack(merchantId, "rfm", async (tx) => {
    await writeCustomers(tx, merchantId, today);
    await placeCustomers(tx, merchantId, today);
    await sumSegments(tx, merchantId, today);
  });
}

/** Whoever is new stands in the last segment until all are placed, later in the same transaction. */
async function writeCustomers(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  const from = shanghaiDayRange(addDays(today, 1 - RFM_DAYS)).from;
  const until = shanghaiDayRange(today).to;
  const figures = Prisma.sql`customer_ref, orders, net_fen, last_at, last_day, last_order_no`;
  await tx.$executeRaw`${plannedAnew}
    with ${factsOfRfm(merchantId, from, until)},
    gone as (
      delete from rfm_customer c where c.merchant_id = ${merchantId}::uuid
        and c.person_id not in (select person from bought))
    insert into rfm_customer as c (merchant_id, person_id, segment, ${figures})
    select ${merchantId}::uuid, person, '000', ${figures} from bought
    on conflict (merchant_id, person_id) do update set orders = excluded.orders, net_fen = excluded.net_fen,
      last_at = excluded.last_at, last_day = excluded.last_day, last_order_no = excluded.last_order_no
    where (c.orders, c.net_fen, c.last_at, c.last_order_no)
      is distinct from (excluded.orders, excluded.net_fen, excluded.last_at, excluded.last_order_no)`;
}

function recencyDays(today: string): Prisma.Sql {
  return Prisma.sql`(${today}::date - last_day)`;
}

/** The comparison of domain/metrics/rfm.ts, with the bounds that it gives. */
async function placeCustomers(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  const [all] = await tx.$queryRaw<RfmSums[]>`${plannedAnew}
    select count(*) as customers, coalesce(sum(${recencyDays(today)}), 0)::bigint as "recencyDays",
      coalesce(sum(orders), 0)::bigint as "paidOrders", coalesce(sum(net_fen), 0)::bigint as "netSalesFen"
    from rfm_customer where merchant_id = ${merchantId}::uuid`;
  const bounds = all && rfmBounds(all);
  if (!bounds) return;
  const bits = Prisma.sql`concat((${recencyDays(today)} <= ${bounds.recencyDays}::bigint)::int,
    (orders >= ${bounds.paidOrders}::bigint)::int, (net_fen >= ${bounds.netSalesFen}::bigint)::int)`;
  await tx.$executeRaw`${plannedAnew}
    update rfm_customer set segment = ${bits} where merchant_id = ${merchantId}::uuid and segment <> ${bits}`;
}

async function sumSegments(tx: MerchantTx, merchantId: string, today: string): Promise<void> {
  await tx.$executeRaw`delete from rfm_segment where merchant_id = ${merchantId}::uuid`;
  await tx.$executeRaw`${plannedAnew}
    insert into rfm_segment (merchant_id, segment, as_of, customers, recency_days, orders, net_fen)
    select ${merchantId}::uuid, segment, ${today}::date, count(*), sum(${recencyDays(today)}), sum(orders), sum(net_fen)
    from rfm_customer where merchant_id = ${merchantId}::uuid group by segment`;
}
