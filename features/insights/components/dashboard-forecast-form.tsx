import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, buttonLook } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { FISSION_FIELDS } from "@/domain/forecast/fission-plan";
import type { DayWindow } from "@/domain/metrics/window";
import {
  type ForecastFault,
  type ForecastRequest,
  forecastQuery,
  showFigure,
} from "@/features/forecasts/schema";
import type { MeasuredForecast } from "@/features/insights/queries/measure-forecast";

const path = "/merchant/insights/forecast";

/**
 * The assumptions of a forecast as a plain GET form: they stand in the address, can be sent to somebody
 * and need no script. What cannot be understood stays in its field with the sentence beneath.
 */
export function ForecastForm({
  request,
  measured,
  usualWindow,
}: {
  request: ForecastRequest;
  measured: MeasuredForecast;
  usualWindow: DayWindow;
}) {
  const text = useTranslations("insights.forecast");
  const { typed } = request;
  const faults = request.ok ? {} : request.faults;
  const say = (fault: ForecastFault | undefined) =>
    fault && text(`fault.${fault.reason}`, { min: fault.min, max: fault.max });
  const classic = request.ok ? request.window : usualWindow;
  return (
    <Panel title={text("inputs")} hint={text("inputsHint")} className="print:hidden">
      {/* A new address brings new values into fields that were typed in. */}
      <form key={Object.values(typed).join("|")} className="grid gap-4" noValidate>
        {!request.ok && (
          <Notice tone="danger">
            {text("fault.sentence", { count: Object.keys(faults).length })}
          </Notice>
        )}
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
          {FISSION_FIELDS.map((field) => (
            <TextField
              key={field}
              name={field}
              label={text(`field.${field}`)}
              hint={text(measured.sources[field] === "example" ? "isExample" : "isMeasured", {
                value: showFigure(field, measured.plan[field]),
              })}
              error={say(faults[field])}
              inputMode="decimal"
              autoComplete="off"
              defaultValue={typed[field]}
            />
          ))}
          {(["from", "until"] as const).map((name) => (
            <TextField
              key={name}
              type="date"
              name={name}
              label={text(name)}
              error={say(faults[name])}
              defaultValue={typed[name]}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" look="primary">
            {text("calculate")}
          </Button>
          <Link href={path} className={buttonLook("plain")}>
            {text("useMeasured")}
          </Link>
          <Link
            href={`${path}?${forecastQuery(CLASSIC_PLAN, classic)}`}
            className={buttonLook("plain")}
          >
            {text("useClassic")}
          </Link>
        </div>
      </form>
    </Panel>
  );
}
