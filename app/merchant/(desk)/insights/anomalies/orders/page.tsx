import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { readAnomalyList } from "@/app/merchant/(desk)/insights/anomalies/read-anomaly-list";
import { LinkTabs } from "@/components/ui/link-tabs";
import { oddOrdersTable } from "@/features/insights/components/anomaly-tables";
import { AnomalyList } from "@/features/insights/components/dashboard-anomaly-list";
import { listOddOrders } from "@/features/insights/queries/list-odd-orders";
import { boardQuery, ODD_ORDER_LISTS } from "@/features/insights/schema";
import type { SearchParams } from "@/lib/forms/search-values";

const path = "/merchant/insights/anomalies/orders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("insights.anomalies"))("orders") };
}

export default async function OddOrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const { values, request, params, name, page } = await readAnomalyList(
    searchParams,
    (tx, { values, ...asked }) => listOddOrders(tx, { ...asked, list: listOf(values) }),
  );
  const text = await getTranslations("insights");
  const { typed } = request;
  const list = listOf(values);
  const query = (one: string) => boardQuery(typed, { list: one, distributor: params.distributor });
  return (
    <AnomalyList
      title={text("anomalies.orders")}
      name={name}
      path={path}
      params={{ ...typed, ...params, list }}
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

const listOf = ({ list }: Readonly<Record<string, string>>) =>
  ODD_ORDER_LISTS.find((one) => one === list) ?? "orders_without_clicks";
