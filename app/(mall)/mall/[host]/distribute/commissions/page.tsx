import type { Metadata } from "next";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { listDistributorCommissions } from "@/features/commissions/queries/list-distributor-commissions";
import type { CommissionCursor } from "@/features/commissions/schema";
import { CommissionItem } from "@/features/distributors/components/commission-item";
import { PagedList } from "@/features/distributors/components/paged-list";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 30;

export const metadata: Metadata = { title: mallText("distribution.commissions.title") };

export default async function CommissionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer, distributor } = await loadDistributor(
    (await params).host,
    "/distribute/commissions",
  );
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const { before } = await searchParams;
  const cursor = readCursor(typeof before === "string" ? before : undefined);
  const after = cursor && { accruedAt: cursor.createdAt, commissionId: cursor.id };
  const page = { merchantId, distributorId, limit: pageSize, ...(after ? { after } : {}) };
  const commissions = await inMerchant(merchantId, (tx) => listDistributorCommissions(tx, page));
  const last = commissions.length === pageSize ? commissions.at(-1) : undefined;
  return (
    <PagedList
      title={mallText("distribution.commissions.title")}
      path="/distribute/commissions"
      icon="coin"
      empty={{
        title: mallText("distribution.commissions.empty"),
        hint: mallText("distribution.commissions.emptyHint"),
      }}
      older={{
        label: mallText("distribution.commissions.more"),
        before: last ? cursorOf(last) : null,
      }}
      rows={commissions.map((commission) => (
        <CommissionItem key={commission.commissionId} commission={commission} />
      ))}
    />
  );
}

/** One order accrues several at the same moment: the time alone would leave some out. */
function cursorOf({ accruedAt, commissionId }: CommissionCursor): string {
  return writeCursor({ createdAt: accruedAt, id: commissionId });
}
