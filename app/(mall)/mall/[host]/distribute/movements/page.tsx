import type { Metadata } from "next";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { PagedList } from "@/features/distributors/components/paged-list";
import { listAvailableMovements } from "@/features/ledger/queries/list-available-movements";
import { MovementItem } from "@/features/payouts/components/movement-item";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 30;
const path = "/distribute/movements";

export const metadata: Metadata = { title: mallText("distribution.withdrawal.movements.title") };

/** Every change of what can be withdrawn, each with its order, refund or withdrawal. */
export default async function MovementsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
}) {
  const { customer, distributor } = await loadDistributor((await params).host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const { before } = await searchParams;
  const after = readCursor(typeof before === "string" ? before : undefined);
  const movements = await inMerchant(merchantId, (tx) =>
    listAvailableMovements(tx, { merchantId, distributorId, after, limit: pageSize }),
  );
  const last = movements.length === pageSize ? movements.at(-1) : undefined;
  const end = last && writeCursor({ createdAt: last.createdAt, id: last.transferId });
  return (
    <PagedList
      title={mallText("distribution.withdrawal.movements.title")}
      path={path}
      icon="coin"
      empty={{
        title: mallText("distribution.withdrawal.movements.empty"),
        hint: mallText("distribution.withdrawal.movements.emptyHint"),
      }}
      older={{ label: mallText("distribution.withdrawal.movements.more"), before: end ?? null }}
      rows={movements.map((movement) => (
        <MovementItem key={movement.transferId} movement={movement} />
      ))}
    >
      <p className="pb-3 text-ink-soft text-sm">
        {mallText("distribution.withdrawal.movements.intro")}
      </p>
    </PagedList>
  );
}
