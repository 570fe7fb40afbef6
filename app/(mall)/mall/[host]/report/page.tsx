import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Notice } from "@/components/phone/notice";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { requireCustomer } from "@/features/customers/gate";
import { requireMerchant } from "@/features/merchants/gate";
import { ReportForm } from "@/features/reports/components/report-form";
import { reportText } from "@/features/reports/components/report-text";
import { findOwnOrder } from "@/features/reports/queries/find-own-order";
import { findSharer } from "@/features/reports/queries/find-sharer";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.report.title"),
  robots: { index: false },
};

type Props = { params: Promise<{ host: string }>; searchParams: SearchParams };

/** Where a customer tells that somebody asked to deal outside the shop, from a product or an own order. */
export default async function ReportPage({ params, searchParams }: Props) {
  const scope = await requireMerchant((await params).host);
  const values: Record<string, string> = await searchValues(searchParams);
  const orderNo = (values.order ?? "").slice(0, 40);
  const slug = (values.product ?? "").slice(0, 200);
  const self = new URLSearchParams({ order: orderNo, product: slug });
  const { merchantId, customerId } = await requireCustomer(scope, `/report?${self}`);
  const told = { merchantId, customerId, orderNo };
  const { isOwn, sharer } = await inMerchant(merchantId, async (tx) => ({
    isOwn: orderNo === "" || (await findOwnOrder(tx, told)) !== null,
    sharer: await findSharer(tx, told),
  }));
  if (!isOwn) notFound();
  const product = slug ? `/p/${encodeURIComponent(slug)}` : "/about";
  const backHref = orderNo ? `/orders/${encodeURIComponent(orderNo)}` : product;
  return (
    <PageShell
      header={<PageHeader title={mallText("mall.report.title")} backHref={backHref} />}
      className="space-y-5 gutter pt-4"
    >
      <Notice>{mallText("mall.report.why")}</Notice>
      <ReportForm
        orderNo={orderNo}
        slug={slug}
        sharerName={sharer?.name ?? ""}
        text={reportText()}
      />
    </PageShell>
  );
}
