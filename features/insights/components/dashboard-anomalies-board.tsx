import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Panel } from "@/components/ui/panel";
import { ANOMALIES, type AnomalyThresholds } from "@/domain/metrics/anomalies";
import {
  ANOMALY_METRICS,
  anomalyHref,
  findingsHref,
} from "@/features/insights/components/anomaly-behind";
import { findingsTable, reportsTable } from "@/features/insights/components/anomaly-tables";
import { BoardData } from "@/features/insights/components/dashboard-board-data";
import { MetricCards } from "@/features/insights/components/dashboard-metric-card";
import { MetricDefinition } from "@/features/insights/components/dashboard-metric-definition";
import type { AnomaliesBoard } from "@/features/insights/queries/ask-anomalies-board";
import { boardQuery, type ReadBoard } from "@/features/insights/schema";

type Props = { board: AnomaliesBoard; request: ReadBoard };

const csv = "/merchant/insights/csv";

/** Board 14: what is worth a look. A finding is no proof; each opens to what it is made of. */
export function AnomaliesBoardPanels(props: Props) {
  const { board, request } = props;
  const text = useTranslations("insights");
  const { typed, slice } = request;
  const distributor = slice.kind === "distributor" ? slice.key : undefined;
  return (
    <>
      <MetricCards
        cards={ANOMALIES.map((anomaly) => ({
          metric: ANOMALY_METRICS[anomaly],
          figure: { unit: "count", value: board.counts[anomaly] },
          href: findingsHref(typed, anomaly),
        }))}
      />
      <Findings {...props} />
      <Panel title={text("anomalies.reports")} hint={text("anomalies.reportsHint")}>
        {board.reports.length === 0 ? (
          <p className="text-sm text-ink-faint">{text("anomalies.noReports")}</p>
        ) : (
          <BoardData
            table={reportsTable(board.reports, text)}
            csvHref={`${csv}/reports?${boardQuery(typed, { distributor })}`}
          />
        )}
        <p className="mt-2 text-sm print:hidden">
          <Link
            href={anomalyHref(typed, "off_platform", distributor)}
            className="text-leaf hover:underline"
          >
            {text("anomalies.allReports")}
          </Link>
        </p>
      </Panel>
      <Rules limits={board.thresholds} />
    </>
  );
}

function Findings({ board, request }: Props) {
  const text = useTranslations("insights");
  const format = useFormatter();
  const { typed } = request;
  const { anomaly, foundAt, findings } = board;
  const hint = foundAt
    ? text("anomalies.foundAt", {
        time: format.dateTime(foundAt, { dateStyle: "short", timeStyle: "short" }),
      })
    : text("anomalies.foundNow");
  return (
    <div id="findings">
      <Panel title={text("anomalies.findings")} hint={hint}>
        <LinkTabs
          label={text("anomalies.rule")}
          tabs={[null, ...ANOMALIES].map((one) => ({
            href: findingsHref(typed, one),
            label: one ? text(`metric.${ANOMALY_METRICS[one]}.title`) : text("anomalies.all"),
            isCurrent: one === anomaly,
          }))}
        />
        {findings.length === 0 ? (
          <p className="text-sm text-ink-faint">{text("anomalies.nobody")}</p>
        ) : (
          <BoardData
            table={findingsTable(board, typed, text)}
            stacks
            csvHref={`${csv}/anomalies?${boardQuery(typed, { anomaly: anomaly ?? undefined })}`}
          />
        )}
      </Panel>
    </div>
  );
}

/** From where on something is found, in words: nobody has to guess why a name stands there. */
function Rules({ limits }: { limits: AnomalyThresholds }) {
  const text = useTranslations("insights");
  const percent = limits.ringShareBps / 100;
  return (
    <Panel title={text("anomalies.rules")} hint={text("anomalies.rulesHint")}>
      <dl className="grid gap-3 text-sm">
        {ANOMALIES.map((anomaly) => (
          <div key={anomaly}>
            <dt className="flex items-center gap-1 font-medium">
              {text(`metric.${ANOMALY_METRICS[anomaly]}.title`)}
              <MetricDefinition metric={ANOMALY_METRICS[anomaly]} />
            </dt>
            <dd className="text-ink-soft">
              {text(`anomalies.because.${anomaly}`, { ...limits, percent })}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 text-sm print:hidden">
        <Link href="/merchant/insights/settings#anomalies" className="text-leaf hover:underline">
          {text("anomalies.changeLimits")}
        </Link>
      </p>
    </Panel>
  );
}
