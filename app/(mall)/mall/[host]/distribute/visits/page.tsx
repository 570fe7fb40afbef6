import type { Metadata } from "next";
import { loadDistributor, parseBefore } from "@/app/(mall)/load-distributor";
import { Card } from "@/components/phone/card";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { OlderLink } from "@/features/distributors/components/older-link";
import { VisitList } from "@/features/sharing/components/visit-list";
import { listVisits } from "@/features/sharing/queries/list-visits";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

const pageSize = 30;

export const metadata: Metadata = { title: mallText("distribution.visits.title") };

export default async function VisitsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer } = await loadDistributor((await params).host, "/distribute/visits");
  const { merchantId, customerId } = customer;
  const before = parseBefore((await searchParams).before);
  const visits = await inMerchant(merchantId, (tx) =>
    listVisits(tx, { merchantId, sharerCustomerId: customerId, before, limit: pageSize }),
  );
  const last = visits.length === pageSize ? visits.at(-1) : undefined;
  return (
    <PageShell
      header={<PageHeader title={mallText("distribution.visits.title")} backHref="/distribute" />}
    >
      {visits.length === 0 ? (
        <EmptyState
          icon="clock"
          title={mallText("distribution.visits.empty")}
          hint={mallText("distribution.visits.emptyHint")}
        />
      ) : (
        <div className="gutter pt-4">
          <Card>
            <VisitList visits={visits} />
          </Card>
          <OlderLink
            path="/distribute/visits"
            before={last?.clickedAt ?? null}
            label={mallText("distribution.visits.more")}
          />
        </div>
      )}
    </PageShell>
  );
}
