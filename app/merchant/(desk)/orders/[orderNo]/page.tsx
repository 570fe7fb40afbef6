import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import {
  closeOrderAction,
  shipOrderAction,
} from "@/app/merchant/(desk)/orders/[orderNo]/order-actions";
import {
  endRefundAction,
  previewRefundAction,
  requestRefundAction,
} from "@/app/merchant/(desk)/orders/[orderNo]/refund-actions";
import { ActionButton } from "@/components/ui/action-button";
import { buttonLook } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { leavesNothingToShip } from "@/domain/refunds/leaves-nothing-to-ship";
import { OrderCommissions } from "@/features/orders/components/dashboard-order-commissions";
import { OrderLines } from "@/features/orders/components/dashboard-order-lines";
import { OrderPayments } from "@/features/orders/components/dashboard-order-payments";
import { OrderStateBadge } from "@/features/orders/components/dashboard-order-state";
import { OrderTimeline } from "@/features/orders/components/dashboard-order-timeline";
import { ShipForm } from "@/features/orders/components/dashboard-ship-form";
import { getOrder } from "@/features/orders/queries/get-order";
import { RefundPanel } from "@/features/refunds/components/dashboard-refund-panel";
import { getRefundPanel } from "@/features/refunds/queries/get-refund-panel";
import { listOrderRefunds } from "@/features/refunds/queries/list-order-refunds";
import type { RefundPanelView, StaffRefundView } from "@/features/refunds/schema";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can, type StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

function load({ merchantId, sessionId }: StaffScope, orderNo: string, now: Date) {
  return inMerchant(merchantId, async (tx) => ({
    order: await getOrder(tx, merchantId, orderNo),
    panel: await getRefundPanel(tx, { merchantId, orderNo, now }),
    refunds: await listOrderRefunds(tx, { merchantId, orderNo }),
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
  }));
}

type Props = { params: Promise<{ orderNo: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const text = await getTranslations("orders");
  return { title: text("orderTitle", { orderNo: (await params).orderNo }) };
}

export default async function OrderPage({ params }: Props) {
  const staff = await requireStaff("order.read");
  const { role } = staff;
  const { orderNo } = await params;
  const text = await getTranslations("orders");
  const linkText = await getTranslations("payouts.orderMoney");
  const { order, panel, refunds, isSteppedUp } = await load(staff, orderNo, systemClock());
  if (!order || !panel) notFound();
  const { receiver } = order;
  const path = [order.level1, order.level2].flatMap((one) => (one ? [one] : []));
  return (
    <>
      <PageHeading
        title={text("orderTitle", { orderNo })}
        back={{ href: "/merchant/orders", label: text("title") }}
      >
        <OrderStateBadge state={order.state} />
        {can(role, "finance.read") && (
          <Link href={`/merchant/finance/orders/${orderNo}`} className={buttonLook()}>
            {linkText("link")}
          </Link>
        )}
        {order.state === "awaiting_payment" && can(role, "order.close") && (
          <ActionButton
            look="danger"
            question={text("closeQuestion")}
            action={closeOrderAction.bind(null, orderNo)}
          >
            {text("close")}
          </ActionButton>
        )}
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("lines")}>
            <OrderLines order={order} />
          </Panel>
          <Panel title={text("commissions")} hint={text("commissionsHint")}>
            <OrderCommissions order={order} />
          </Panel>
          <RefundPanel
            panel={panel}
            refunds={refunds}
            actions={
              can(role, "refund.write")
                ? {
                    preview: previewRefundAction,
                    request: requestRefundAction,
                    byHand: { end: endRefundAction, isSteppedUp },
                  }
                : null
            }
          />
          <Panel title={text("payments")}>
            <OrderPayments order={order} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          {order.state === "paid" && can(role, "order.ship") && (
            <Panel title={text("ship")}>
              <Shipping panel={panel} refunds={refunds}>
                <ShipForm action={shipOrderAction.bind(null, orderNo)} />
              </Shipping>
            </Panel>
          )}
          <Panel title={text("delivery")}>
            <DefinitionList
              entries={[
                [text("receiver"), receiver.name || "—"],
                [text("phone"), receiver.phone || "—"],
                [
                  text("address"),
                  `${receiver.province}${receiver.city}${receiver.district}${receiver.detail}`,
                ],
                [text("note"), order.note || "—"],
                [text("carrier"), order.carrier || "—"],
                [text("trackingNo"), order.trackingNo || "—"],
              ]}
            />
          </Panel>
          <Panel title={text("attribution")} hint={text("attributionHint")}>
            <DefinitionList
              entries={[
                [text("customer"), order.customer.nickname || "—"],
                ...path.map(
                  (one, index) =>
                    [
                      text("levelNo", { level: index + 1 }),
                      <Link
                        key={one.distributorId}
                        href={`/merchant/distributors/${one.distributorId}`}
                        className="text-leaf hover:underline"
                      >
                        {one.name}
                      </Link>,
                    ] as const,
                ),
                [text("placedAt"), <Moment key="placed" at={order.createdAt} />],
              ]}
            />
          </Panel>
          <Panel title={text("timeline")}>
            <OrderTimeline timeline={order.timeline} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** The form, with a warning while something of the order is being refunded; nothing to send, no form. */
async function Shipping({
  panel,
  refunds,
  children,
}: {
  panel: RefundPanelView;
  refunds: readonly StaffRefundView[];
  children: ReactNode;
}) {
  const text = await getTranslations("refunds");
  if (leavesNothingToShip(panel)) return <Notice tone="warn">{text("shipStop")}</Notice>;
  const isRefunding = refunds.some(({ state }) => state !== "success" && state !== "closed");
  return (
    <div className="grid gap-3">
      {isRefunding && <Notice tone="warn">{text("shipWarning")}</Notice>}
      {children}
    </div>
  );
}
