import { hasEnded, PAYOUT_STATES, type PayoutState } from "@/domain/payouts/payout-state";
import type { ObligationsView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Open withdrawals. */
export type OpenPayoutsView = Pick<ObligationsView, "byState" | "ageing" | "byDueDay">;

type ByState = { state: PayoutState; count: number; grossFen: bigint };
type ByDueDay = { day: string; daysOverdue: number; count: number; grossFen: bigint };

const buckets = ["not_due", "1-3", "4-7", "8+"] as const;
/** By name, so that the index by state finds the open ones among all that there ever were. */
const open = PAYOUT_STATES.filter((state) => !hasEnded(state));

/** The open withdrawals of a shop by state, by due day in Shanghai and by age past it. */
export async function sumOpenPayouts(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<OpenPayoutsView> {
  const byState = await tx.$queryRaw<ByState[]>`
    select state, count(*)::int as count, sum(gross_fen)::bigint as "grossFen" from payout
    where merchant_id = ${merchantId}::uuid and state = any(${open}::payout_state[])
    group by state order by state`;
  const days = await tx.$queryRaw<ByDueDay[]>`
    select to_char(due_day, 'YYYY-MM-DD') as day, today - due_day as "daysOverdue",
      count(*)::int as count, sum(gross_fen)::bigint as "grossFen"
    from (
      select gross_fen, (due_at at time zone 'Asia/Shanghai')::date as due_day,
        (${now}::timestamptz at time zone 'Asia/Shanghai')::date as today
      from payout where merchant_id = ${merchantId}::uuid and state = any(${open}::payout_state[])
    ) open
    group by due_day, today order by due_day`;
  return {
    byState,
    ageing: buckets.map((bucket) => ({ bucket, ...sumOf(days, bucket) })),
    byDueDay: days.map(({ day, count, grossFen }) => ({ day, count, grossFen })),
  };
}

function bucketOf(daysOverdue: number): (typeof buckets)[number] {
  if (daysOverdue <= 0) return "not_due";
  if (daysOverdue <= 3) return "1-3";
  return daysOverdue <= 7 ? "4-7" : "8+";
}

function sumOf(days: readonly ByDueDay[], bucket: (typeof buckets)[number]) {
  return days
    .filter(({ daysOverdue }) => bucketOf(daysOverdue) === bucket)
    .reduce(
      (sum, { count, grossFen }) => ({
        count: sum.count + count,
        grossFen: sum.grossFen + grossFen,
      }),
      { count: 0, grossFen: 0n },
    );
}
