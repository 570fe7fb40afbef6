import { Card } from "@/components/phone/card";
import type { OnTimeRateView } from "@/features/payouts/schema";
import { formatBps } from "@/lib/i18n/format-bps";
import { mallText } from "@/lib/i18n/mall-text";

/** From so many on the rate says something. */
const enough = 5;

/** What the merchant has promised, and how it was kept lately. */
export function PayoutPromise({ dueDays, onTime }: { dueDays: number; onTime: OnTimeRateView }) {
  const { due, onTime: paid, rateBps } = onTime;
  return (
    <Card className="px-5 py-4">
      <h2 className="font-medium">{mallText("distribution.withdrawal.earnings.promiseTitle")}</h2>
      <p className="mt-1 flex flex-wrap justify-between gap-x-4">
        <span>{mallText("distribution.withdrawal.earnings.promise", { days: dueDays })}</span>
        {rateBps !== null && due >= enough ? (
          <span className="font-semibold text-leaf-deep">
            {mallText("distribution.withdrawal.earnings.onTime", { percent: formatBps(rateBps) })}
          </span>
        ) : null}
      </p>
      {due >= enough ? (
        <p className="text-ink-faint text-sm">
          {mallText("distribution.withdrawal.earnings.onTimeHint", { due, paid })}
        </p>
      ) : null}
    </Card>
  );
}
