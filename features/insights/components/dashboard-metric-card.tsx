import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Figure } from "@/domain/metrics/figure";
import type { MetricName } from "@/domain/metrics/metric-list";
import { plainFigure, writeFigure } from "@/features/insights/components/board-figure";
import { FigureComparison } from "@/features/insights/components/dashboard-figure-comparison";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";

export type MetricCardContent = {
  metric: MetricName;
  figure: Figure;
  /** In the window compared with; left out where nothing is compared. */
  before?: Figure | undefined;
  /** The list behind the figure; left out on that list itself, and where there is none. */
  href?: string | undefined;
};

/** One number of a board: what it is called and means, how it changed, and the way to its list. */
function MetricCard({ metric, figure, before, href }: MetricCardContent) {
  const text = useTranslations("insights");
  const shown = (
    <data value={plainFigure(figure)} className="tabular-nums">
      {writeFigure(figure)}
    </data>
  );
  return (
    <li
      data-metric={metric}
      className="grid min-w-0 content-start gap-0.5 rounded-lg border border-line bg-card p-3.5 shadow-card"
    >
      <div className="flex min-w-0 items-start justify-between gap-1 text-sm text-ink-faint">
        <span className="min-w-0 break-words">{text(`metric.${metric}.title`)}</span>
        <MetricDefinition metric={metric} />
      </div>
      {href ? (
        <Link href={href} className="justify-self-start text-xl font-semibold hover:underline">
          {shown}
        </Link>
      ) : (
        <p className="text-xl font-semibold">{shown}</p>
      )}
      {before && <FigureComparison now={figure} before={before} />}
    </li>
  );
}

/** The numbers of a board side by side. */
export function MetricCards({ cards }: { cards: readonly MetricCardContent[] }) {
  return (
    <ul className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-4">
      {cards.map((card) => (
        <MetricCard key={card.metric} {...card} />
      ))}
    </ul>
  );
}
