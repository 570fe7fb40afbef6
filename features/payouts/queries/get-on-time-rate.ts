import { WHOLE_BPS } from "@/domain/money/fen";
import type { OnTimeRateView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Counts = Pick<OnTimeRateView, "due" | "onTime" | "medianMs" | "p90Ms">;

/**
 * How reliably a shop pays, over the withdrawals whose due date lies in [from, until): paid by it ÷ due
 * (analytics.md 13). What its owner took back, let lapse, or what WeChat refused for reasons of the
 * owner's was not the shop's to pay and counts on neither side; what still waits past its date counts as late.
 */
export async function getOnTimeRate(
  tx: MerchantTx,
  question: { merchantId: string; from: Date; until: Date },
): Promise<OnTimeRateView> {
  const { merchantId, from, until } = question;
  const [row] = await tx.$queryRaw<Counts[]>`
    select count(*)::int as due, count(*) filter (where paid_at <= due_at)::int as "onTime",
      (percentile_cont(0.5) within group (order by took) * 1000)::float8 as "medianMs",
      (percentile_cont(0.9) within group (order by took) * 1000)::float8 as "p90Ms"
    from (
      select paid_at, due_at, extract(epoch from paid_at - requested_at)::float8 as took
      from payout where merchant_id = ${merchantId}::uuid and due_at >= ${from} and due_at < ${until}
        and state not in ('failed', 'expired', 'cancelled', 'refused')
    ) due`;
  const { due, onTime, medianMs, p90Ms } = row ?? {
    due: 0,
    onTime: 0,
    medianMs: null,
    p90Ms: null,
  };
  const rateBps = due === 0 ? null : Math.floor((onTime * WHOLE_BPS) / due);
  return { due, onTime, rateBps, medianMs, p90Ms };
}
