import { countedQuantile } from "@/domain/metrics/counted-quantile";
import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** How reliably withdrawals were paid. */
export type Punctuality = {
  due: number;
  onTime: number;
  /** From request to payment; null while nothing was paid. */
  medianMinutes: number | null;
  p90Minutes: number | null;
};

/** The sums of payout_day over a window: what get-on-time-rate.ts says of the same days. */
export async function readPunctuality(
  tx: MerchantTx,
  { merchantId, window }: { merchantId: string; window: DayWindow },
): Promise<Punctuality> {
  const { from, to } = window;
  const [days] = await tx.$queryRaw<{ due: number; onTime: number }[]>`${plannedAnew}
    select coalesce(sum(due), 0)::int as due, coalesce(sum(on_time), 0)::int as "onTime"
    from payout_day where merchant_id = ${merchantId}::uuid and day >= ${from}::date and day < ${to}::date`;
  const waits = await tx.$queryRaw<{ value: number; times: number }[]>`${plannedAnew}
    select w.minutes as value, sum(w.times)::int as times
    from payout_day d cross join lateral unnest(d.minutes, d.times) w (minutes, times)
    where d.merchant_id = ${merchantId}::uuid and d.day >= ${from}::date and d.day < ${to}::date
    group by w.minutes`;
  return {
    due: days?.due ?? 0,
    onTime: days?.onTime ?? 0,
    medianMinutes: countedQuantile(waits, 5_000),
    p90Minutes: countedQuantile(waits, 9_000),
  };
}
