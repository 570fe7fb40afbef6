import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAnomalyList } from "@/app/merchant/(desk)/insights/anomalies/read-anomaly-list";
import { LinkTabs } from "@/components/ui/link-tabs";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { reportsTable } from "@/features/insights/components/anomaly-tables";
import { AnomalyList } from "@/features/insights/components/dashboard-anomaly-list";
import { boardQuery } from "@/features/insights/schema";
import { listReports } from "@/features/reports/queries/list-reports";
import { REPORT_STATES } from "@/features/reports/schema";
import type { SearchParams } from "@/lib/forms/search-values";

const path = "/merchant/insights/anomalies/reports";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("reports") };
}

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const { values, request, params, name, page } = await readAnomalyList(
    searchParams,
    (tx, { merchantId, values, window, distributorId, cursor, limit }) => {
      const span = {
        from: shanghaiDayRange(window.from).from,
        until: shanghaiDayRange(window.to).from,
      };
      const filter = { state: stateOf(values), distributorId: distributorId ?? undefined, cursor };
      return listReports(tx, { merchantId, filter, span, limit });
    },
  );
  const text = await getTranslations("insights");
  const { typed } = request;
  const state = stateOf(values);
  const query = (one?: string) =>
    boardQuery(typed, { state: one, distributor: params.distributor });
  return (
    <AnomalyList
      title={text("anomalies.reports")}
      name={name}
      path={path}
      params={{ ...typed, ...params, state }}
      request={request}
      table={request.ok ? reportsTable(page?.reports ?? [], text) : null}
      csvHref={`/merchant/insights/csv/reports?${query(state)}`}
      nextCursor={page?.nextCursor ?? null}
      tabs={
        <LinkTabs
          label={text("anomalies.state")}
          tabs={[undefined, ...REPORT_STATES].map((one) => ({
            href: `${path}?${query(one)}`,
            label: one ? text(`anomalies.reportState.${one}`) : text("anomalies.all"),
            isCurrent: one === state,
          }))}
        />
      }
    />
  );
}

const stateOf = ({ state }: Readonly<Record<string, string>>) =>
  REPORT_STATES.find((one) => one === state);
