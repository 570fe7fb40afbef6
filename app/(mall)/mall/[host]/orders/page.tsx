import type { Metadata } from "next";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { ORDER_STATES, type OrderState } from "@/domain/orders/order-state";
import { requireCustomer } from "@/features/customers/gate";
import { requireMerchant } from "@/features/merchants/gate";
import { OrderCard } from "@/features/orders/components/order-card";
import { OrderTabs } from "@/features/orders/components/order-tabs";
import { listCustomerOrders } from "@/features/orders/queries/list-customer-orders";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.orders.title"),
  robots: { index: false },
};

type Query = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ host: string }>; searchParams: Promise<Query> };

export default async function OrdersPage({ params, searchParams }: Props) {
  const scope = await requireMerchant((await params).host);
  const query = await searchParams;
  const state = ORDER_STATES.find((one) => one === query.state);
  const self = state ? `/orders?state=${state}` : "/orders";
  const { merchantId, customerId } = await requireCustomer(scope, self);
  const cursor = typeof query.after === "string" ? query.after.slice(0, 100) : undefined;
  const question = { merchantId, customerId, state, cursor, now: systemClock() };
  const { orders, nextCursor } = await inMerchant(merchantId, (tx) =>
    listCustomerOrders(tx, question),
  );
  return (
    <PageShell header={<PageHeader title={mallText("mall.orders.title")} backHref="/me" />}>
      <ReloadOnReturn />
      <OrderTabs current={state ?? null} />
      <div className="gutter pt-4">
        {orders.length === 0 ? (
          <EmptyState
            icon="receipt"
            title={mallText("mall.orders.empty")}
            hint={mallText("mall.orders.empty_hint")}
          >
            <ButtonLink href="/">{mallText("mall.cart.to_shop")}</ButtonLink>
          </EmptyState>
        ) : (
          <ul className="space-y-3">
            {orders.map((order) => (
              <li key={order.orderNo}>
                <OrderCard order={order} />
              </li>
            ))}
          </ul>
        )}
        {nextCursor ? (
          <p className="mt-6 text-center">
            <ButtonLink look="quiet" href={nextHref(state, nextCursor)}>
              {mallText("mall.common.next_page")}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </PageShell>
  );
}

function nextHref(state: OrderState | undefined, cursor: string): string {
  return `/orders?${new URLSearchParams({ ...(state ? { state } : {}), after: cursor })}`;
}
