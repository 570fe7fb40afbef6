import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { reportsTable } from "@/features/insights/components/anomaly-tables";
import { AnomalyList } from "@/features/insights/components/dashboard-anomaly-list";
import { findDistributorName } from "@/features/insights/queries/find-distributor-name";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { listReports } from "@/features/reports/queries/list-reports";
import { REPORT_STATES } from "@/features/reports/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/anomalies/reports";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("reports") };
}

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const values: Record<string, string> = { ...(await searchValues(searchParams)), slice: "" };
  const request = readBoardRequest(values, systemClock());
  const { typed } = request;
  const state = REPORT_STATES.find((one) => one === values.state);
  const { distributor: id } = values;
  const cursor = values.cursor?.slice(0, 100);
  const { page, distributor } = await inMerchant(merchantId, async (tx) => {
    const distributor = await findDistributorName(tx, { merchantId, id });
    const isUnknown = Boolean(id) && distributor === null;
    if (!request.ok || isUnknown) return { page: null, distributor };
    const { from, to } = request.window;
    const span = { from: shanghaiDayRange(from).from, until: shanghaiDayRange(to).from };
    const filter = { state, distributorId: distributor?.distributorId, cursor };
    return { page: await listReports(tx, { merchantId, filter, span, limit }), distributor };
  });
  const query = (one?: string) => boardQuery(typed, { state: one, distributor: id });
  return (
    <AnomalyList
      title={text("anomalies.reports")}
      name={distributor?.name ?? ""}
      path={path}
      params={{ ...typed, state, distributor: id, cursor }}
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
