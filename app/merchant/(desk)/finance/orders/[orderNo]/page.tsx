import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  holdCommissionAction,
  releaseCommissionAction,
} from "@/app/merchant/(desk)/finance/commission-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { CommissionDecision } from "@/features/commissions/components/dashboard-commission-decision";
import { BookedTransfers } from "@/features/ledger/components/dashboard-booked-transfers";
import { CommissionWays } from "@/features/ledger/components/dashboard-commission-ways";
import { OrderMoneySummary } from "@/features/ledger/components/dashboard-order-money";
import { getOrderMoney } from "@/features/ledger/queries/get-order-money";
import { OrderPayments } from "@/features/orders/components/dashboard-order-payments";
import { OrderStateBadge } from "@/features/orders/components/dashboard-order-state";
import { getOrder } from "@/features/orders/queries/get-order";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

type Props = { params: Promise<{ orderNo: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const text = await getTranslations("payouts.orderMoney");
  return { title: text("title", { orderNo: (await params).orderNo }) };
}

/** Where an order's money came from and went to. */
export default async function OrderMoneyPage({ params }: Props) {
  const { merchantId, role } = await requireStaff("finance.read");
  const { orderNo } = await params;
  const text = await getTranslations("payouts.orderMoney");
  const { order, money } = await inMerchant(merchantId, async (tx) => ({
    order: await getOrder(tx, merchantId, orderNo),
    money: await getOrderMoney(tx, { merchantId, orderNo }),
  }));
  if (!order || !money) notFound();
  const mayHold = can(role, "commission.hold");
  return (
    <>
      <PageHeading
        title={text("title", { orderNo })}
        back={{ href: `/merchant/orders/${orderNo}`, label: text("back") }}
      >
        <OrderStateBadge state={order.state} />
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4 lg:order-first">
          <Panel title={text("commissions")} hint={text("commissionsHint")}>
            <CommissionWays
              commissions={money.commissions}
              decisions={({ commissionId, state }) =>
                mayHold && (
                  <CommissionDecision
                    state={state}
                    hold={holdCommissionAction.bind(null, commissionId)}
                    release={releaseCommissionAction.bind(null, commissionId)}
                  />
                )
              }
            />
          </Panel>
          <Panel title={text("transfers")} hint={text("transfersHint")}>
            <BookedTransfers transfers={money.transfers} />
          </Panel>
        </div>
        <div className="order-first grid min-w-0 gap-4 lg:order-none">
          <Panel title={text("summary")}>
            <OrderMoneySummary money={money} />
          </Panel>
        </div>
        <Panel title={text("outside")} className="lg:col-span-2">
          <OrderPayments order={order} />
        </Panel>
      </div>
    </>
  );
}
