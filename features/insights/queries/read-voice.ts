import type { Voice } from "@/domain/metrics/voice";
import type { DayWindow } from "@/domain/metrics/window";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

type Row = Omit<Voice, "npsCounts" | "stars"> & { at: number; nps: number[]; stars: number[] };

/**
 * Word of mouth in each of the windows, in their order: one question to the database for all of them.
 * @param asked.slice the shop, or a part of it that is made of whole orders
 */
export async function readVoice(
  tx: MerchantTx,
  {
    merchantId,
    slice,
    windows,
  }: { merchantId: string; slice: Slice; windows: readonly DayWindow[] },
): Promise<Voice[]> {
  const rows = await tx.$queryRaw<Row[]>`${plannedAnew}
    select w.at::int as at,
      array[coalesce(sum(v.nps_counts[1]), 0), coalesce(sum(v.nps_counts[2]), 0),
        coalesce(sum(v.nps_counts[3]), 0), coalesce(sum(v.nps_counts[4]), 0),
        coalesce(sum(v.nps_counts[5]), 0), coalesce(sum(v.nps_counts[6]), 0),
        coalesce(sum(v.nps_counts[7]), 0), coalesce(sum(v.nps_counts[8]), 0),
        coalesce(sum(v.nps_counts[9]), 0), coalesce(sum(v.nps_counts[10]), 0),
        coalesce(sum(v.nps_counts[11]), 0)]::int[] as nps,
      array[coalesce(sum(v.stars1), 0), coalesce(sum(v.stars2), 0), coalesce(sum(v.stars3), 0),
        coalesce(sum(v.stars4), 0), coalesce(sum(v.stars5), 0)]::int[] as stars,
      coalesce(sum(v.paid_orders), 0)::int as "paidOrders",
      coalesce(sum(v.refunded_orders), 0)::int as "refundedOrders",
      coalesce(sum(v.complaint_orders), 0)::int as "complaintOrders",
      coalesce(sum(v.shipped_orders), 0)::int as "shippedOrders",
      coalesce(sum(v.late_orders), 0)::int as "lateOrders"
    from unnest(${windows.map(({ from }) => from)}::date[], ${windows.map(({ to }) => to)}::date[])
      with ordinality w (from_day, to_day, at)
    left join day_voice v on v.merchant_id = ${merchantId}::uuid
      and v.kind = ${slice.kind}::slice_kind and v.key = ${slice.key}
      and v.day >= w.from_day and v.day < w.to_day
    group by w.at order by w.at`;
  return rows.map(({ at: _at, nps, stars, ...orders }) => {
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = stars;
    return { ...orders, npsCounts: nps, stars: [one, two, three, four, five] };
  });
}
