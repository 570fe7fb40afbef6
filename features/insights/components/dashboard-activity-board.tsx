import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import { addDays } from "@/domain/metrics/calendar-day";
import { DORMANT_DAYS } from "@/domain/metrics/customer-activity";
import { activesTable, activityFigures } from "@/features/insights/components/activity-tables";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import { inDays, listBehind } from "@/features/insights/components/list-behind";
import type { ActivityBoard } from "@/features/insights/queries/ask-activity-board";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";

const shown = [
  "actives",
  "activeRate",
  "newcomers",
  "returning",
  "dormant",
  "lost",
  "stickiness",
  "activeDays",
  "knownPeople",
] as const;

/** Board 1: who is there, who is new, who comes back and who has gone silent. */
export function ActivityBoardPanels({
  board,
  request,
}: {
  board: ActivityBoard;
  request: ReadBoard;
}) {
  const text = useTranslations("insights");
  const { typed } = request;
  const now = activityFigures(board.current);
  const then = board.before ? activityFigures(board.before) : null;
  // Stickiness is of the last 30 days, whatever the window.
  const { to } = request.window;
  const ofMonth = inDays(typed, { from: addDays(to, -DORMANT_DAYS), to });
  const people = (from: string, to: string) =>
    listBehind("actives", { ...typed, window: "custom", from, until: addDays(to, -1) });
  return (
    <>
      <MetricCards
        cards={shown.map((metric) => ({
          metric,
          figure: now[metric],
          before: then ? then[metric] : undefined,
          href: listBehind(metric, metric === "stickiness" ? ofMonth : typed),
        }))}
      />
      <Panel title={text("activity.chart")} corner={<MetricDefinition metric="actives" />}>
        <LinkTabs
          label={text("sales.unitLabel")}
          tabs={board.units.map((unit) => ({
            href: `/merchant/insights/activity?${boardQuery(typed, { unit })}`,
            label: text(`activity.unit.${unit}`),
            isCurrent: unit === board.unit,
          }))}
        />
        {board.current.measures.people.actives === 0 ? (
          <p className="text-sm text-ink-faint">{text("emptyTable")}</p>
        ) : (
          <LineChart
            label={text("activity.chart")}
            unit="count"
            lines={[
              {
                key: "actives",
                label: text("metric.actives.title"),
                color: "var(--color-series-1)",
              },
            ]}
            rows={board.periods.map(({ period, actives }) => ({
              name: board.unit === "day" ? period.key.slice(5) : period.key,
              actives,
            }))}
          />
        )}
        <DataBehind
          table={activesTable(board, text, people)}
          csvHref={`/merchant/insights/csv/actives?${boardQuery(typed, { unit: board.unit })}`}
        />
      </Panel>
    </>
  );
}
