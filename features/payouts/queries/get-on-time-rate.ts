import { onTimeRateBps } from "@/domain/payouts/on-time-rate";
import { duePayouts } from "@/features/payouts/queries/due-payouts";
import type { OnTimeRateView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Counts = Pick<OnTimeRateView, "due" | "onTime" | "medianMs" | "p90Ms">;

/**
 * How reliably a shop pays, over the withdrawals whose due date lies in [from, until): paid by it ÷ due
 * (analytics.md 13). What still waits past its date counts as late. Median and 90th percentile are of begun
 * minutes, by nearest rank.
 */
export async function getOnTimeRate(
  tx: MerchantTx,
  question: { merchantId: string; from: Date; until: Date },
): Promise<OnTimeRateView> {
  const [row] = await tx.$queryRaw<Counts[]>`
    select count(*)::int as due, count(*) filter (where paid_at <= due_at)::int as "onTime",
      (percentile_disc(0.5) within group (order by minutes) * 60000)::float8 as "medianMs",
      (percentile_disc(0.9) within group (order by minutes) * 60000)::float8 as "p90Ms"
    from (${duePayouts(question)}) due`;
  const { due, onTime, medianMs, p90Ms } = row ?? {
    due: 0,
    onTime: 0,
    medianMs: null,
    p90Ms: null,
  };
  return { due, onTime, rateBps: onTimeRateBps({ due, onTime }), medianMs, p90Ms };
}
