import type { Metadata } from "next";
import { loadDistributor, parseBefore } from "@/app/(mall)/load-distributor";
import { PagedList } from "@/features/distributors/components/paged-list";
import { VisitItem } from "@/features/sharing/components/visit-item";
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
    <PagedList
      title={mallText("distribution.visits.title")}
      path="/distribute/visits"
      icon="clock"
      empty={{
        title: mallText("distribution.visits.empty"),
        hint: mallText("distribution.visits.emptyHint"),
      }}
      older={{ label: mallText("distribution.visits.more"), before: last?.clickedAt ?? null }}
      rows={visits.map((visit) => <VisitItem key={visit.clickId} visit={visit} />)}
    />
  );
}
