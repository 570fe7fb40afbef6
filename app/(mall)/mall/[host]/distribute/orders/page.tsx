import type { Metadata } from "next";
import { loadDistributor, parseBefore } from "@/app/(mall)/load-distributor";
import { OrderItem } from "@/features/distributors/components/order-item";
import { PagedList } from "@/features/distributors/components/paged-list";
import { listDistributorOrders } from "@/features/distributors/queries/list-distributor-orders";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

const pageSize = 30;

export const metadata: Metadata = { title: mallText("distribution.orders.title") };

export default async function DistributorOrdersPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer, distributor } = await loadDistributor(
    (await params).host,
    "/distribute/orders",
  );
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const before = parseBefore((await searchParams).before);
  const orders = await inMerchant(merchantId, (tx) =>
    listDistributorOrders(tx, { merchantId, distributorId, before, limit: pageSize }),
  );
  const last = orders.length === pageSize ? orders.at(-1) : undefined;
  return (
    <PagedList
      title={mallText("distribution.orders.title")}
      path="/distribute/orders"
      icon="receipt"
      empty={{
        title: mallText("distribution.orders.empty"),
        hint: mallText("distribution.orders.emptyHint"),
      }}
      older={{ label: mallText("distribution.orders.more"), before: last?.createdAt ?? null }}
      rows={orders.map((order) => <OrderItem key={order.orderId} order={order} />)}
    />
  );
}
