import type { CountSummary } from "@/features/purchasing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const maxCounts = 50;

/** The last counting sheets, newest first, with how far they are. */
export function listCounts(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<CountSummary[]> {
  return tx.$queryRaw<CountSummary[]>`
    select c.id as "countId", c.name, c.state::text as state, c.opened_at as "openedAt",
      count(*)::int as lines, count(l.posted_at)::int as "postedLines",
      (count(*) filter (where l.posted_at is not null and l.counted_units <> l.expected_units))::int
        as "differentLines"
    from stock_count c
    join stock_count_line l on l.merchant_id = c.merchant_id and l.count_id = c.id
    where c.merchant_id = ${merchantId}::uuid
    group by c.id, c.name, c.state, c.opened_at
    order by c.opened_at desc, c.id limit ${maxCounts}`;
}
