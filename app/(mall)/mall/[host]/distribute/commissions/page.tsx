import type { Metadata } from "next";
import { z } from "zod";
import { loadDistributor } from "@/app/(mall)/load-distributor";
import { listDistributorCommissions } from "@/features/commissions/queries/list-distributor-commissions";
import { COMMISSION_LISTS, type CommissionCursor } from "@/features/commissions/schema";
import { CommissionItem } from "@/features/distributors/components/commission-item";
import { PagedList } from "@/features/distributors/components/paged-list";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 30;
const path = "/distribute/commissions";

export const metadata: Metadata = { title: mallText("distribution.commissions.title") };

/** What an address may narrow the list by; anything else narrows nothing. */
const narrowingSchema = z.object({
  of: z.enum(COMMISSION_LISTS).optional().catch(undefined),
  order: z
    .string()
    .regex(/^[0-9A-Za-z]{1,32}$/)
    .optional()
    .catch(undefined),
  before: z.string().optional().catch(undefined),
});
type Narrowing = z.infer<typeof narrowingSchema>;

/** A distributor's commissions: all of them, those behind a sum of the earnings card, or those of one order. */
export default async function CommissionsPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { customer, distributor } = await loadDistributor((await params).host, path);
  const { merchantId } = customer;
  const { distributorId } = distributor;
  const narrowing = narrowingSchema.parse(await searchParams);
  const { of: list, order: orderNo, before } = narrowing;
  const cursor = readCursor(before);
  const after = cursor && { accruedAt: cursor.createdAt, commissionId: cursor.id };
  const page = { merchantId, distributorId, list, orderNo, limit: pageSize };
  const commissions = await inMerchant(merchantId, (tx) =>
    listDistributorCommissions(tx, { ...page, ...(after ? { after } : {}) }),
  );
  const last = commissions.length === pageSize ? commissions.at(-1) : undefined;
  return (
    <PagedList
      title={titleOf(narrowing)}
      path={pathOf(narrowing)}
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

function titleOf({ of, order }: Narrowing): string {
  if (order) return mallText("distribution.commissions.ofOrder", { orderNo: order });
  return mallText(of ? `distribution.commissions.lists.${of}` : "distribution.commissions.title");
}

function pathOf({ of, order }: Narrowing): string {
  if (order) return `${path}?order=${order}`;
  return of ? `${path}?of=${of}` : path;
}

/** One order accrues several at the same moment: the time alone would leave some out. */
function cursorOf({ accruedAt, commissionId }: CommissionCursor): string {
  return writeCursor({ createdAt: accruedAt, id: commissionId });
}
