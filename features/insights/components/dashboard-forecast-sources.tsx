import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { FISSION_FIELDS, type FissionPlan } from "@/domain/forecast/fission-plan";
import type { PlanSource } from "@/domain/forecast/measured-plan";
import { lastDayOf } from "@/domain/metrics/window";
import { showFigure } from "@/features/forecasts/schema";
import type { MeasuredForecast } from "@/features/insights/queries/measure-forecast";

/** The board behind a measured figure, or null where there is none. */
const boards: Record<PlanSource, string | null> = {
  spread: "spread",
  shares: "spread",
  shop: "sales",
  setting: "settings",
  example: null,
};

/** Each assumption as used and as measured, with where it was measured. */
export function ForecastSources({
  plan,
  measured,
  days,
}: {
  /** Null where what was typed cannot be understood. */
  plan: FissionPlan | null;
  measured: MeasuredForecast;
  days: number;
}) {
  const text = useTranslations("insights.forecast");
  const asked = { from: measured.window.from, until: lastDayOf(measured.window) };
  const query = `window=custom&from=${asked.from}&until=${asked.until}&compare=none`;
  const sourceOf = (field: keyof FissionPlan) => {
    const source = measured.sources[field];
    if (field === "population") return text("population");
    const said = text(`source.${source}`, { ...asked, days });
    const board = boards[source];
    if (board === null) return said;
    return (
      <Link
        href={`/merchant/insights/${board}${board === "settings" ? "" : `?${query}`}`}
        className="text-leaf underline underline-offset-2"
      >
        {said}
      </Link>
    );
  };
  return (
    <Panel title={text("sources")}>
      <ul aria-label={text("sources")} className="grid gap-x-8 gap-y-3 text-sm md:grid-cols-2">
        {FISSION_FIELDS.map((field) => (
          <li key={field} className="grid content-start gap-0.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">{text(`field.${field}`)}</span>
              <span className="text-ink-soft tabular-nums">
                {measured.sources[field] !== "example" &&
                  text("measured", { value: showFigure(field, measured.plan[field]) })}
                {plan &&
                  plan[field] !== measured.plan[field] &&
                  ` · ${text("used", { value: showFigure(field, plan[field]) })}`}
              </span>
            </p>
            <p className="text-ink-faint">
              {text(`how.${field}`, { days })} {sourceOf(field)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
