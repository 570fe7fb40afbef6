import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { LinkTabs } from "@/components/ui/link-tabs";
import { oddOrdersTable } from "@/features/insights/components/anomaly-tables";
import { AnomalyList } from "@/features/insights/components/dashboard-anomaly-list";
import { findDistributorName } from "@/features/insights/queries/find-distributor-name";
import { listOddOrders } from "@/features/insights/queries/list-odd-orders";
import { boardQuery, ODD_ORDER_LISTS, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/insights/anomalies/orders";
const limit = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("orders") };
}

export default async function OddOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("insights.read");
  const text = await getTranslations("insights");
  const values: Record<string, string> = { ...(await searchValues(searchParams)), slice: "" };
  const request = readBoardRequest(values, systemClock());
  const { typed } = request;
  const list = ODD_ORDER_LISTS.find((one) => one === values.list) ?? "orders_without_clicks";
  const { distributor: id } = values;
  const cursor = values.cursor?.slice(0, 100);
  const { page, distributor } = await inMerchant(merchantId, async (tx) => {
    const distributor = await findDistributorName(tx, { merchantId, id });
    // An id that the shop does not know has no orders: never those of all.
    const isUnknown = Boolean(id) && distributor === null;
    if (!request.ok || isUnknown) return { page: null, distributor };
    const { window } = request;
    const distributorId = distributor?.distributorId ?? null;
    const asked = { merchantId, window, list, distributorId, cursor, limit };
    return { page: await listOddOrders(tx, asked), distributor };
  });
  const query = (one: string) => boardQuery(typed, { list: one, distributor: id });
  return (
    <AnomalyList
      title={text("anomalies.orders")}
      name={distributor?.name ?? ""}
      path={path}
      params={{ ...typed, list, distributor: id, cursor }}
      request={request}
      table={request.ok ? oddOrdersTable(page?.orders ?? [], list, text) : null}
      csvHref={`/merchant/insights/csv/odd-orders?${query(list)}`}
      nextCursor={page?.nextCursor ?? null}
      tabs={
        <LinkTabs
          label={text("anomalies.rule")}
          tabs={ODD_ORDER_LISTS.map((one) => ({
            href: `${path}?${query(one)}`,
            label: text(`anomalies.list.${one}`),
            isCurrent: one === list,
          }))}
        />
      }
    />
  );
}
