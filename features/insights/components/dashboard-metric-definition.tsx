import { useTranslations } from "next-intl";
import { useId } from "react";
import type { MetricName } from "@/domain/metrics/metric-list";

/** The ⓘ beside a number: opens to what the number means. Works without a script. */
export function MetricDefinition({ metric }: { metric: MetricName }) {
  const text = useTranslations("insights");
  const id = useId();
  const title = text(`metric.${metric}.title`);
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={text("definitionOf", { title })}
        className="grid size-6 shrink-0 place-items-center rounded-full text-ink-faint hover:bg-sunken hover:text-ink"
      >
        <svg aria-hidden="true" viewBox="0 0 16 16" className="size-3.5 fill-current">
          <path d="M8 0a8 8 0 1 0 0 16A8 8 0 0 0 8 0Zm0 1.4a6.6 6.6 0 1 1 0 13.2A6.6 6.6 0 0 1 8 1.4ZM7.2 7h1.6v5H7.2V7Zm.8-3.1a1 1 0 1 1 0 2 1 1 0 0 1 0-2Z" />
        </svg>
      </button>
      <div
        id={id}
        popover="auto"
        data-definition={metric}
        className="metric-definition max-w-88 rounded-lg border border-line bg-card p-4 text-left text-sm font-normal text-ink shadow-pop"
      >
        <p className="font-semibold">{title}</p>
        <p className="mt-1 text-ink-soft">{text(`metric.${metric}.definition`)}</p>
      </div>
    </>
  );
}
