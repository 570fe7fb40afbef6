import { useTranslations } from "next-intl";
import type { Figure } from "@/domain/metrics/figure";
import { figureChange, writeFigure } from "@/features/insights/components/board-figure";

const arrows = { "-1": "↓", "0": "→", "1": "↑" } as const;

/** How a figure changed, and what it was; "—" where the change is not defined, nothing where both are not. */
export function FigureComparison({ now, before }: { now: Figure; before: Figure }) {
  const text = useTranslations("insights");
  const change = figureChange(now, before);
  if (now.value === null && before.value === null) return null;
  return (
    <p className="text-ink-faint text-xs tabular-nums">
      <span className={change && change.direction !== 0 ? "text-ink-soft" : ""}>
        {change ? `${arrows[change.direction]} ${change.text}` : "—"}
        {change?.isPoints && text("points")}
      </span>{" "}
      <span className="whitespace-nowrap">{text("before", { value: writeFigure(before) })}</span>
    </p>
  );
}
