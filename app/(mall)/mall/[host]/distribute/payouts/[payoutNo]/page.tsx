import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { Card } from "@/components/phone/card";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { SectionHeading } from "@/components/phone/section-heading";
import { hasEnded } from "@/domain/payouts/payout-state";
import { PayoutBar } from "@/features/payouts/components/payout-bar";
import { PayoutFacts } from "@/features/payouts/components/payout-facts";
import { PayoutHeadline } from "@/features/payouts/components/payout-headline";
import { PayoutTimeline } from "@/features/payouts/components/payout-timeline";
import { WatchPayout } from "@/features/payouts/components/watch-payout";
import { getOwnPayout } from "@/features/payouts/queries/get-own-payout";
import { payoutNoSchema } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("distribution.withdrawal.detail.title"),
  robots: { index: false },
};

export default async function PayoutPage({
  params,
}: {
  params: Promise<{ host: string; payoutNo: string }>;
}) {
  const { host, payoutNo } = await params;
  if (!payoutNoSchema.safeParse(payoutNo).success) notFound();
  const path = `/distribute/payouts/${payoutNo}`;
  const { shop, customer, distributor } = await loadDistributor(host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const payout = await inMerchant(merchantId, (tx) =>
    getOwnPayout(tx, { merchantId, distributorId, payoutNo }),
  );
  if (!payout) notFound();
  const title = mallText("distribution.withdrawal.detail.title");
  return (
    <PageShell
      header={<PageHeader title={title} backHref="/distribute/payouts" />}
      bottom={<PayoutBar payout={payout} servicePhone={shop.profile.servicePhone} />}
    >
      <ReloadOnReturn />
      {hasEnded(payout.state) ? null : <WatchPayout payoutNo={payoutNo} state={payout.state} />}
      <PayoutHeadline payout={payout} now={systemClock()} />
      <div className="space-y-6 gutter pt-5">
        <section>
          <SectionHeading title={mallText("distribution.withdrawal.detail.progress")} />
          <Card className="mt-2">
            <PayoutTimeline payout={payout} />
          </Card>
        </section>
        <PayoutFacts payout={payout} />
      </div>
    </PageShell>
  );
}
