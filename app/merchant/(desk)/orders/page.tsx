import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ORDER_STATES } from "@/domain/orders/order-state";
import { listDistributorNames } from "@/features/distributors/queries/list-distributor-names";
import { OrderFilterBar } from "@/features/orders/components/dashboard-order-filter";
import { OrderTable } from "@/features/orders/components/dashboard-order-table";
import { countOrdersByState } from "@/features/orders/queries/count-orders-by-state";
import { listOrders } from "@/features/orders/queries/list-orders";
import { orderFilterSchema } from "@/features/orders/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orders"))("title") };
}

export default async function OrdersPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff("order.read");
  const { merchantId } = staff;
  const text = await getTranslations();
  const values = await searchValues(searchParams);
  const filter = orderFilterSchema.safeParse(values).data ?? {};
  const { state, cursor: _cursor, ...others } = filter;
  const { page, counts, distributors } = await inMerchant(merchantId, async (tx) => ({
    page: await listOrders(tx, merchantId, filter),
    counts: await countOrdersByState(tx, merchantId, others),
    distributors: await listDistributorNames(tx, { merchantId }),
  }));
  const hrefOf = (more: Record<string, string | undefined>) => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...others, ...more }))
      if (value) query.set(name, value);
    return query.size > 0 ? `/merchant/orders?${query}` : "/merchant/orders";
  };
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return (
    <>
      <PageHeading title={text("orders.title")}>
        {can(staff.role, "order.export") && (
          <a
            href={hrefOf({ state }).replace("/merchant/orders", "/api/merchant/orders/export")}
            download
            className={buttonLook()}
          >
            {text("common.exportCsv")}
          </a>
        )}
      </PageHeading>
      <LinkTabs
        label={text("orders.stateLabel")}
        tabs={[
          { href: hrefOf({}), label: text("common.all"), count: total, isCurrent: !state },
          ...ORDER_STATES.map((one) => ({
            href: hrefOf({ state: one }),
            label: text(`orders.state.${one}`),
            count: counts[one],
            isCurrent: state === one,
          })),
        ]}
      />
      <OrderFilterBar filter={filter} distributors={distributors} />
      <Panel>
        <OrderTable orders={page.orders} isFiltered={Object.keys(filter).length > 0} />
      </Panel>
      <NextPage
        path="/merchant/orders"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
