import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PayBar } from "@/app/(mall)/pay-bar";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { requireCustomer } from "@/features/customers/gate";
import { requireMerchant } from "@/features/merchants/gate";
import { getProfile } from "@/features/merchants/queries/get-profile";
import { OrderActions } from "@/features/orders/components/order-actions";
import { OrderDetail } from "@/features/orders/components/order-detail";
import { OrderHeadline } from "@/features/orders/components/order-headline";
import { orderText } from "@/features/orders/components/order-text";
import { getCustomerOrder } from "@/features/orders/queries/get-customer-order";
import { RefundList } from "@/features/refunds/components/refund-list";
import { listCustomerRefunds } from "@/features/refunds/queries/list-customer-refunds";
import { ReportLink } from "@/features/reports/components/report-link";
import { ReviewInvitation } from "@/features/reviews/components/review-invitation";
import { getReviewSheet } from "@/features/reviews/queries/get-review-sheet";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.orders.detail"),
  robots: { index: false },
};

type Props = {
  params: Promise<{ host: string; orderNo: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function OrderPage({ params, searchParams }: Props) {
  const { host, orderNo } = await params;
  const scope = await requireMerchant(host);
  const { merchantId, customerId } = await requireCustomer(scope, `/orders/${orderNo}`);
  const now = systemClock();
  const { order, refunds, reviews, servicePhone } = await inMerchant(merchantId, async (tx) => ({
    order: await getCustomerOrder(tx, { merchantId, customerId, orderNo, now }),
    refunds: await listCustomerRefunds(tx, { merchantId, customerId, orderNo }),
    reviews: await getReviewSheet(tx, { merchantId, customerId, orderNo, now }),
    servicePhone: (await getProfile(tx, merchantId)).servicePhone,
  }));
  if (!order) notFound();
  const startAtOnce = (await searchParams).pay === "1";
  return (
    <PageShell
      header={<PageHeader title={mallText("mall.orders.detail")} backHref="/orders" />}
      bottom={
        order.nextStep === "pay" ? (
          <PayBar order={order} startAtOnce={startAtOnce} />
        ) : (
          <OrderActions
            orderNo={orderNo}
            canReceive={order.nextStep === "confirm_receipt"}
            servicePhone={servicePhone}
            text={orderText()}
          />
        )
      }
    >
      <ReloadOnReturn />
      <OrderHeadline order={order} now={now} />
      {reviews ? <ReviewInvitation sheet={reviews} /> : null}
      <RefundList refunds={refunds} />
      <OrderDetail order={order} />
      <ReportLink orderNo={orderNo} />
    </PageShell>
  );
}
