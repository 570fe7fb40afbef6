import { useFormatter, useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import type { OnTimeRateView } from "@/features/payouts/schema";
import { formatBps } from "@/lib/i18n/format-bps";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How reliably the shop has paid: distributors see the same figure. */
export function OnTimeBoard({ rate, days }: { rate: OnTimeRateView; days: number }) {
  const text = useTranslations("payouts.finance");
  return (
    <>
      <p className="font-semibold text-3xl tabular-nums">{formatBps(rate.rateBps)}</p>
      <p className="mb-3 text-ink-faint text-sm">
        {text("onTimeOf", { days, onTime: rate.onTime, due: rate.due })}
      </p>
      <DefinitionList
        figures
        entries={[
          [text("median"), <Duration key="median" ms={rate.medianMs} />],
          [text("p90"), <Duration key="p90" ms={rate.p90Ms} />],
        ]}
      />
    </>
  );
}

function Duration({ ms }: { ms: number | null }) {
  const text = useTranslations("payouts.finance");
  const format = useFormatter();
  if (ms === null) return "—";
  if (ms < hourMs) return text("minutes", { count: Math.max(1, Math.ceil(ms / minuteMs)) });
  return text("hours", { count: format.number(ms / hourMs, { maximumFractionDigits: 1 }) });
}
