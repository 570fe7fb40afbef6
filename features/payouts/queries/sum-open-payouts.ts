import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { DUE_AGES, sumByDue } from "@/domain/payouts/due-groups";
import { hasEnded, PAYOUT_STATES, type PayoutState } from "@/domain/payouts/payout-state";
import type { ObligationsView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Open withdrawals. */
export type OpenPayoutsView = Pick<ObligationsView, "byState" | "ageing" | "byDueDay">;

type ByState = { state: PayoutState; count: number; grossFen: bigint };
type ByDueDay = { day: string; count: number; grossFen: bigint };

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
  const byDueDay = await tx.$queryRaw<ByDueDay[]>`
    select to_char(due_day, 'YYYY-MM-DD') as day, count(*)::int as count,
      sum(gross_fen)::bigint as "grossFen"
    from (
      select gross_fen, (due_at at time zone 'Asia/Shanghai')::date as due_day
      from payout where merchant_id = ${merchantId}::uuid and state = any(${open}::payout_state[])
    ) open
    group by due_day order by due_day`;
  const ages = sumByDue(DUE_AGES, byDueDay, shanghaiDay(now));
  return { byState, byDueDay, ageing: ages.map(({ due, ...sum }) => ({ bucket: due, ...sum })) };
}
