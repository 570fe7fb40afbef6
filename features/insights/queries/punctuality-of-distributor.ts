import { countedQuantile } from "@/domain/metrics/counted-quantile";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { Punctuality } from "@/features/insights/queries/read-punctuality";
import { duePayouts } from "@/features/payouts/queries/due-payouts";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

type Due = { day: string; isOnTime: boolean; minutes: number | null };

/**
 * How reliably one distributor's withdrawals were paid, in each of the windows, in their order: from the
 * withdrawals themselves, of which one person has few, by the rule by which the shop's days are kept.
 * @param asked.now what is due later is not late yet
 */
export async function punctualityOfDistributor(
  tx: MerchantTx,
  asked: { merchantId: string; distributorId: string; windows: readonly DayWindow[]; now: Date },
): Promise<Punctuality[]> {
  const { merchantId, distributorId, windows, now } = asked;
  const first = windows.map(({ from }) => from).sort()[0];
  if (first === undefined) return [];
  const span = { merchantId, distributorId, from: shanghaiDayRange(first).from, until: now };
  const all = await tx.$queryRaw<Due[]>`${plannedAnew}
    select to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day,
      coalesce(paid_at <= due_at, false) as "isOnTime", minutes
    from (${duePayouts(span)}) d`;
  return windows.map(({ from, to }) => sumDue(all.filter(({ day }) => day >= from && day < to)));
}

function sumDue(own: readonly Due[]): Punctuality {
  const waits = own.flatMap(({ minutes }) =>
    minutes === null ? [] : [{ value: minutes, times: 1 }],
  );
  return {
    due: own.length,
    onTime: own.filter(({ isOnTime }) => isOnTime).length,
    medianMinutes: countedQuantile(waits, 5_000),
    p90Minutes: countedQuantile(waits, 9_000),
  };
}
