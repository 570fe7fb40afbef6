import { useFormatter, useTranslations } from "next-intl";
import type { HistoryImportView } from "@/features/history/schema";

/** What became of every line: taken as sale, as refund, or not taken. */
export function HistoryResult({ summary }: { summary: HistoryImportView }) {
  const text = useTranslations("history");
  const format = useFormatter();
  const figures = [
    ["read", summary.readLines],
    ["sales", summary.saleLines],
    ["refundLines", summary.refundLines],
    ["refused", summary.refusedLines],
    ["orders", summary.orders],
    ["refunds", summary.refunds],
  ] as const;
  return (
    <>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt className="text-ink-faint text-sm">{text(`count.${name}`)}</dt>
            <dd className="font-semibold text-xl tabular-nums">{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-ink-soft text-sm">
        {text("account", {
          read: format.number(summary.readLines),
          sales: format.number(summary.saleLines),
          refunds: format.number(summary.refundLines),
          refused: format.number(summary.refusedLines),
        })}
      </p>
    </>
  );
}
