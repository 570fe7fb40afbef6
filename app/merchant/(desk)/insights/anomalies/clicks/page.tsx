import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { clicksTable } from "@/features/insights/components/anomaly-tables";
import { channelNames } from "@/features/insights/components/channel-names";
import { AnomalyList } from "@/features/insights/components/dashboard-anomaly-list";
import { findDistributorName } from "@/features/insights/queries/find-distributor-name";
import { listClicksOfDistributor } from "@/features/insights/queries/list-clicks-of-distributor";
import { boardQuery, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/anomalies/clicks";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("clicks") };
}

export default async function ClicksBehindPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const values: Record<string, string> = { ...(await searchValues(searchParams)), slice: "" };
  const request = readBoardRequest(values, systemClock());
  const { typed } = request;
  const { distributor: id } = values;
  const cursor = values.cursor?.slice(0, 100);
  const { page, distributor } = await inMerchant(merchantId, async (tx) => {
    const distributor = await findDistributorName(tx, { merchantId, id });
    if (!request.ok || !distributor) return { page: null, distributor };
    const { distributorId } = distributor;
    const asked = { merchantId, window: request.window, distributorId, cursor, limit };
    return { page: await listClicksOfDistributor(tx, asked), distributor };
  });
  return (
    <AnomalyList
      title={text("anomalies.clicks")}
      name={distributor?.name ?? ""}
      path={path}
      params={{ ...typed, distributor: id, cursor }}
      request={request}
      table={request.ok ? clicksTable(page?.clicks ?? [], text, channelNames(text)) : null}
      csvHref={`/merchant/insights/csv/distributor-clicks?${boardQuery(typed, { distributor: id })}`}
      nextCursor={page?.nextCursor ?? null}
    />
  );
}
