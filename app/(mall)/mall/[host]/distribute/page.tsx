import type { Metadata } from "next";
import { loadShop } from "@/app/(mall)/load-shop";
import { Card } from "@/components/phone/card";
import { Notice } from "@/components/phone/notice";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ReloadOnReturn } from "@/components/phone/reload-on-return";
import { SectionHeading } from "@/components/phone/section-heading";
import { summarizeEarnings } from "@/features/commissions/queries/summarize-earnings";
import { type CustomerScope, requireCustomer } from "@/features/customers/gate";
import { ApplicationState, NotApplied } from "@/features/distributors/components/application-state";
import { CenterLinks } from "@/features/distributors/components/center-links";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import type { OwnDistributorView } from "@/features/distributors/schema";
import { EarningsCard } from "@/features/payouts/components/earnings-card";
import { EarningsLinks } from "@/features/payouts/components/earnings-links";
import { EarningsNotices } from "@/features/payouts/components/earnings-notices";
import { PayoutPromise } from "@/features/payouts/components/payout-promise";
import { getOnTimeRate } from "@/features/payouts/queries/get-on-time-rate";
import { getOwnPayout } from "@/features/payouts/queries/get-own-payout";
import { getPayoutDesk } from "@/features/payouts/queries/get-payout-desk";
import { sumWithdrawn } from "@/features/payouts/queries/sum-withdrawn";
import { VisitItem } from "@/features/sharing/components/visit-item";
import { listVisits, type VisitRow } from "@/features/sharing/queries/list-visits";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

/** The window of the on-time rate. */
const rateWindowMs = 30 * 86_400_000;

export const metadata: Metadata = { title: mallText("distribution.center.title") };

export default async function DistributePage({ params }: { params: Promise<{ host: string }> }) {
  const shop = await loadShop((await params).host);
  const customer = await requireCustomer(shop, "/distribute");
  const { merchantId } = shop;
  const { customerId } = customer;
  const distributor = await inMerchant(merchantId, (tx) =>
    getOwnDistributor(tx, { merchantId, customerId }),
  );
  return (
    <PageShell header={<PageHeader title={mallText("distribution.center.title")} backHref="/me" />}>
      <Standing customer={customer} distributor={distributor} />
    </PageShell>
  );
}

function Standing({
  customer,
  distributor,
}: {
  customer: CustomerScope;
  distributor: OwnDistributorView | null;
}) {
  if (!distributor) return <NotApplied />;
  if (distributor.status === "applied" || distributor.status === "refused") {
    return <ApplicationState distributor={distributor} />;
  }
  return <Center customer={customer} distributor={distributor} />;
}

async function Center({
  customer,
  distributor,
}: {
  customer: CustomerScope;
  distributor: OwnDistributorView;
}) {
  const { displayName, parentName, status, decisionReason } = distributor;
  const { earnings, desk, open, onTime, visits } = await loadCenter(customer, distributor);
  return (
    <div className="space-y-4 gutter pt-4">
      <ReloadOnReturn />
      {status === "frozen" ? <Frozen reason={decisionReason} /> : null}
      <div>
        <p className="font-semibold text-lg">
          {mallText("distribution.center.hello", { name: displayName })}
        </p>
        {parentName ? (
          <p className="text-ink-faint text-sm">
            {mallText("distribution.center.invitedBy", { name: parentName })}
          </p>
        ) : null}
      </div>
      <EarningsNotices desk={desk} open={open} />
      <EarningsCard earnings={earnings} />
      <PayoutPromise dueDays={desk.dueDays} onTime={onTime} />
      <EarningsLinks />
      <CenterLinks canShare={status === "approved"} />
      <LatestVisits visits={visits} />
    </div>
  );
}

async function loadCenter(customer: CustomerScope, { distributorId }: OwnDistributorView) {
  const { merchantId, customerId } = customer;
  const now = systemClock();
  const own = { merchantId, distributorId };
  const window = { from: new Date(now.getTime() - rateWindowMs), until: now };
  return inMerchant(merchantId, async (tx) => {
    const desk = await getPayoutDesk(tx, { ...own, now });
    const payoutNo = desk.openPayoutNo;
    return {
      desk,
      open: payoutNo ? await getOwnPayout(tx, { ...own, payoutNo }) : null,
      earnings: {
        ...(await summarizeEarnings(tx, { ...own, now })),
        withdrawnFen: await sumWithdrawn(tx, own),
      },
      onTime: await getOnTimeRate(tx, { merchantId, ...window }),
      visits: await listVisits(tx, { merchantId, sharerCustomerId: customerId, limit: 5 }),
    };
  });
}

function LatestVisits({ visits }: { visits: readonly VisitRow[] }) {
  if (visits.length === 0) return null;
  return (
    <section className="pt-2">
      <SectionHeading
        title={mallText("distribution.center.latest")}
        more={{ href: "/distribute/visits", label: mallText("distribution.center.allVisits") }}
      />
      <Card className="mt-2">
        <ul className="divide-y divide-line">
          {visits.map((visit) => (
            <VisitItem key={visit.clickId} visit={visit} />
          ))}
        </ul>
      </Card>
    </section>
  );
}

function Frozen({ reason }: { reason: string }) {
  return (
    <Notice tone="careful">
      <p className="font-semibold">{mallText("distribution.center.frozenTitle")}</p>
      {reason ? <p>{mallText("distribution.center.frozenReason", { reason })}</p> : null}
      <p>{mallText("distribution.center.frozenHint")}</p>
    </Notice>
  );
}
