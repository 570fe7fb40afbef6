import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAnomalyList } from "@/app/merchant/(desk)/insights/anomalies/read-anomaly-list";
import { clicksTable } from "@/features/insights/components/anomaly-tables";
import { channelNames } from "@/features/insights/components/channel-names";
import { AnomalyList } from "@/features/insights/components/dashboard-anomaly-list";
import { listClicksOfDistributor } from "@/features/insights/queries/list-clicks-of-distributor";
import { boardQuery } from "@/features/insights/schema";
import type { SearchParams } from "@/lib/forms/search-values";

const path = "/merchant/insights/anomalies/clicks";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("clicks") };
}

export default async function ClicksBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { request, params, name, page } = await readAnomalyList(
    searchParams,
    async (tx, { distributorId, ...asked }) =>
      distributorId === null ? null : listClicksOfDistributor(tx, { ...asked, distributorId }),
  );
  const text = await getTranslations("insights");
  const { typed } = request;
  const query = boardQuery(typed, { distributor: params.distributor });
  return (
    <AnomalyList
      title={text("anomalies.clicks")}
      name={name}
      path={path}
      params={{ ...typed, ...params }}
      request={request}
      table={request.ok ? clicksTable(page?.clicks ?? [], text, channelNames(text)) : null}
      csvHref={`/merchant/insights/csv/distributor-clicks?${query}`}
      nextCursor={page?.nextCursor ?? null}
    />
  );
}
