import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Card } from "@/components/phone/card";
import { Notice } from "@/components/phone/notice";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { requireCustomer } from "@/features/customers/gate";
import { requireMerchant } from "@/features/merchants/gate";
import { KeyPicture } from "@/features/orders/components/key-picture";
import { LineReview } from "@/features/reviews/components/line-review";
import { NpsQuestion } from "@/features/reviews/components/nps-question";
import { reviewText } from "@/features/reviews/components/review-text";
import { getReviewSheet } from "@/features/reviews/queries/get-review-sheet";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.reviews.title"),
  robots: { index: false },
};

type Props = { params: Promise<{ host: string; orderNo: string }> };

export default async function ReviewPage({ params }: Props) {
  const { host, orderNo } = await params;
  const scope = await requireMerchant(host);
  const self = `/orders/${orderNo}/review`;
  const { merchantId, customerId } = await requireCustomer(scope, self);
  const question = { merchantId, customerId, orderNo, now: systemClock() };
  const sheet = await inMerchant(merchantId, (tx) => getReviewSheet(tx, question));
  if (!sheet) notFound();
  const lines = sheet.lines.filter(({ isOpen, review }) => isOpen || review !== null);
  const text = reviewText();
  return (
    <PageShell
      header={<PageHeader title={mallText("mall.reviews.title")} backHref={`/orders/${orderNo}`} />}
      className="space-y-3 gutter pt-4"
    >
      {lines.length === 0 && !sheet.asksNps ? (
        <Notice>{mallText("mall.reviews.nothing")}</Notice>
      ) : null}
      {lines.map((line) => (
        <Card key={line.lineNo} className="px-4 py-4">
          <div className="flex gap-3">
            <KeyPicture
              storageKey={line.pictureKey}
              className="aspect-square w-14 shrink-0 self-start rounded-md"
            />
            <div className="min-w-0 flex-1">
              <h2 className="line-clamp-2 font-medium leading-snug">{line.productTitle}</h2>
              {line.optionName ? <p className="text-ink-soft text-sm">{line.optionName}</p> : null}
            </div>
          </div>
          <LineReview orderNo={orderNo} lineNo={line.lineNo} review={line.review} text={text} />
        </Card>
      ))}
      {sheet.asksNps ? <NpsQuestion orderNo={orderNo} text={text} /> : null}
    </PageShell>
  );
}
