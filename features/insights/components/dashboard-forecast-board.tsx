import { useTranslations } from "next-intl";
import type { FormAction } from "@/components/ui/action-result";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import type { Backtest } from "@/domain/forecast/backtest";
import { type FissionNote, forecastFission } from "@/domain/forecast/fission";
import { addDays } from "@/domain/metrics/calendar-day";
import { lastDayOf, windowDays } from "@/domain/metrics/window";
import { type ForecastRequest, forecastQuery, USUAL_DAYS } from "@/features/forecasts/schema";
import { writeFigure } from "@/features/insights/components/board-figure";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { ForecastForm } from "@/features/insights/components/dashboard-forecast-form";
import { ForecastResult } from "@/features/insights/components/dashboard-forecast-result";
import { ForecastSaveForm } from "@/features/insights/components/dashboard-forecast-save-form";
import { ForecastSources } from "@/features/insights/components/dashboard-forecast-sources";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import {
  openForecastTable,
  pastForecastTable,
} from "@/features/insights/components/forecast-tables";
import type { ForecastBoard } from "@/features/insights/queries/ask-forecast-board";

const assumptions = ["hops", "seeds", "orders", "commission", "money", "stock"] as const;

/** The fission calculator (F36): assumptions, what they come to, and how far earlier ones were off. */
export function ForecastPanels({
  board,
  request,
  save,
}: {
  board: ForecastBoard;
  request: ForecastRequest;
  /** Left out for those who may not save. */
  save?: FormAction | undefined;
}) {
  const text = useTranslations("insights.forecast");
  const { measured } = board;
  const made = request.ok ? forecastFission(request.plan) : null;
  const days = request.ok ? windowDays(request.window) : USUAL_DAYS;
  const tomorrow = addDays(measured.window.to, 1);
  const usualWindow = { from: tomorrow, to: addDays(tomorrow, USUAL_DAYS) };
  return (
    <div className="grid grid-cols-1 gap-4 *:min-w-0">
      <ForecastForm request={request} measured={measured} usualWindow={usualWindow} />
      {request.ok && made?.ok && (
        <>
          <ForecastResult
            plan={request.plan}
            forecast={made.forecast}
            query={forecastQuery(request.plan, request.window)}
          />
          <Assumptions notes={made.forecast.notes} />
        </>
      )}
      <ForecastSources plan={request.ok ? request.plan : null} measured={measured} days={days} />
      {request.ok && save && (
        <Panel
          title={text("save")}
          hint={text("saveHint", { from: request.window.from, until: lastDayOf(request.window) })}
          className="print:hidden"
        >
          <ForecastSaveForm typed={request.typed} save={save} />
        </Panel>
      )}
      <SavedForecasts board={board} />
    </div>
  );
}

function Assumptions({ notes }: { notes: readonly FissionNote[] }) {
  const text = useTranslations("insights.forecast");
  return (
    <Panel title={text("assumptions")}>
      <ul className="grid list-disc gap-1.5 pl-5 text-sm text-ink-soft">
        {assumptions.map((key) => (
          <li key={key}>{text(`assumption.${key}`)}</li>
        ))}
      </ul>
      {notes.length > 0 && (
        <div className="mt-3 grid gap-2">
          {notes.map((note) => (
            <Notice key={note} tone="warn">
              {text(`note.${note}`)}
            </Notice>
          ))}
        </div>
      )}
    </Panel>
  );
}

function SavedForecasts({ board: { over, open, off } }: { board: ForecastBoard }) {
  const insights = useTranslations("insights");
  const text = useTranslations("insights.forecast");
  const overId = "forecast-over";
  const offOf = ({ offBps }: Backtest) => ({ unit: "bps", value: offBps }) as const;
  return (
    <>
      <Panel title={text("over")} hint={text("overHint")}>
        {over.length === 0 ? (
          <p className="text-sm text-ink-faint">{text("overNone")}</p>
        ) : (
          <div className="grid grid-cols-1 gap-4 *:min-w-0">
            <MetricCards
              cards={[
                { metric: "forecastOrdersOff", figure: offOf(off.orders), href: `#${overId}` },
                { metric: "forecastSalesOff", figure: offOf(off.sales), href: `#${overId}` },
              ]}
            />
            <p className="text-sm text-ink-soft">
              <Lean what={text("orders")} of={off.orders} />{" "}
              <Lean what={text("sales")} of={off.sales} />
            </p>
            <div id={overId} className="scroll-mt-4">
              <BoardData
                table={pastForecastTable(over, insights)}
                csvHref="/merchant/insights/csv/forecast-past"
              />
            </div>
          </div>
        )}
      </Panel>
      <Panel title={text("open")}>
        {open.length === 0 ? (
          <p className="text-sm text-ink-faint">{text("openNone")}</p>
        ) : (
          <BoardData table={openForecastTable(open, insights)} />
        )}
      </Panel>
    </>
  );
}

/** Whether forecasts promised too much or too little on the whole. */
function Lean({ what, of: { leanBps } }: { what: string; of: Backtest }) {
  const text = useTranslations("insights.forecast");
  if (leanBps === null) return null;
  if (leanBps === 0) return text("leanNone", { what });
  const rate = writeFigure({ unit: "bps", value: Math.abs(leanBps) });
  return text(leanBps > 0 ? "leanHigh" : "leanLow", { what, rate });
}
