import { Countdown } from "@/components/phone/countdown";
import { Icon, type IconName } from "@/components/phone/icon";
import { Price } from "@/components/phone/price";
import { formatYuan } from "@/domain/money/format-yuan";
import { hasEnded, type PayoutState } from "@/domain/payouts/payout-state";
import type { OwnPayoutDetailView } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay, formatMoment } from "@/lib/i18n/shanghai-time";

/** Where a withdrawal stands, what happens next, and by when it has to. */
export function PayoutHeadline({ payout, now }: { payout: OwnPayoutDetailView; now: Date }) {
  const { state, netFen, dueAt, confirmUntil } = payout;
  const { icon, tone } = lookOf(state);
  const isLate = !hasEnded(state) && dueAt.getTime() < now.getTime();
  return (
    <section className={`gutter py-5 ${tone}`}>
      <div className="flex items-start gap-3">
        <Icon name={icon} className="mt-0.5 size-7" />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">
            {mallText(`distribution.withdrawal.states.${state}`)}
          </h2>
          <p>
            <Price fen={netFen} size="xl" tone="text-ink" />
          </p>
          {sentencesOf(payout).map((sentence) => (
            <p key={sentence} className="mt-1 text-sm">
              {sentence}
            </p>
          ))}
          {state === "awaiting_confirmation" && confirmUntil ? (
            <p className="mt-1 font-medium">
              <Countdown
                dueAtMs={confirmUntil.getTime()}
                renderedAtMs={now.getTime()}
                text={countdownText()}
              />
            </p>
          ) : null}
          {isLate ? (
            <p className="mt-1 text-sm">
              {mallText("distribution.withdrawal.detail.late", { due: formatDay(dueAt) })}
            </p>
          ) : null}
        </div>
      </div>
    </section>
  );
}

/** What became of it, then what it is about, then the merchant's own words. */
function sentencesOf({
  state,
  trouble,
  note,
  grossFen,
  netFen,
  dueAt,
  paidAt,
}: OwnPayoutDetailView): string[] {
  const values = {
    gross: formatYuan(grossFen),
    net: formatYuan(netFen),
    due: formatDay(dueAt),
    moment: paidAt ? formatMoment(paidAt) : "",
  };
  return [
    mallText(`distribution.withdrawal.detail.headlines.${state}`, values),
    ...(trouble ? [mallText(`distribution.withdrawal.failures.${trouble}`)] : []),
    ...(note ? [mallText("distribution.withdrawal.detail.reason", { reason: note })] : []),
  ];
}

function lookOf(state: PayoutState): { icon: IconName; tone: string } {
  if (state === "paid") return { icon: "check", tone: "bg-leaf-soft text-leaf-deep" };
  if (state === "awaiting_confirmation") return { icon: "coin", tone: "bg-straw-soft text-straw" };
  if (state === "failed" || state === "refused" || state === "expired") {
    return { icon: "info", tone: "bg-cinnabar-soft text-cinnabar-deep" };
  }
  return { icon: "clock", tone: "bg-sunken text-ink-soft" };
}

function countdownText() {
  return {
    hours: String(mallText.raw("distribution.withdrawal.detail.leftHours")),
    minutes: String(mallText.raw("distribution.withdrawal.detail.leftMinutes")),
    over: mallText("distribution.withdrawal.detail.leftOver"),
  };
}
