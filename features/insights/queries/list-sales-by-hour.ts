import { previousDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** Sales in one hour of a day and of the day before, in fen. */
export type HourSales = { hour: number; fen: bigint; previousFen: bigint };

/** Gross sales (line payables of paid orders) of each hour of a Shanghai day and of the day before. */
export async function listSalesByHour(
  tx: MerchantTx,
  { merchantId, day }: { merchantId: string; day: string },
): Promise<HourSales[]> {
  const { from, to } = shanghaiDayRange(day);
  const before = shanghaiDayRange(previousDay(day));
  return tx.$queryRaw<HourSales[]>`${plannedAnew}
    select h.hour,
      coalesce(sum(o.goods_fen - o.discount_fen) filter (where o.paid_at >= ${from}), 0)::bigint as fen,
      coalesce(sum(o.goods_fen - o.discount_fen) filter (where o.paid_at < ${from}), 0)::bigint as "previousFen"
    from generate_series(0, 23) as h(hour)
    left join orders o on o.merchant_id = ${merchantId}::uuid
      and o.paid_at >= ${before.from} and o.paid_at < ${to}
      and extract(hour from o.paid_at at time zone 'Asia/Shanghai') = h.hour
    group by h.hour order by h.hour`;
}
