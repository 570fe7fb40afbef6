import { type CaseRow, toCaseView } from "@/features/reconciliation/queries/to-case-view";
import type { CaseFilter, CaseView } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const perPage = 50;

/** Cases by when they were opened: of the open ones the oldest first, of the closed ones the newest. */
export async function listCases(
  tx: MerchantTx,
  merchantId: string,
  filter: CaseFilter,
): Promise<{ cases: CaseView[]; nextCursor: string | null }> {
  const { state } = filter;
  const isOpen = state === "open";
  const cursor = readCursor(filter.cursor);
  const after = cursor?.createdAt ?? null;
  const afterId = cursor?.id ?? null;
  const rows = await tx.$queryRaw<CaseRow[]>`
    select c.id as "caseId", c.bill_kind as "billKind", to_char(c.day, 'YYYY-MM-DD') as day, c.kind,
      c.line_kind as "lineKind", c.reference, c.ours_fen as "oursFen", c.theirs_fen as "theirsFen",
      c.detail, c.state, c.owner_id as "ownerId", owner.name as "ownerName", c.opened_at as "openedAt",
      c.closed_at as "closedAt", closer.name as "closedByName", c.resolution
    from reconciliation_case c
    left join staff owner on owner.merchant_id = c.merchant_id and owner.id = c.owner_id
    left join staff closer on closer.merchant_id = c.merchant_id and closer.id = c.closed_by
    where c.merchant_id = ${merchantId}::uuid and c.state = ${state}::case_state
      and (${after}::timestamptz is null
        or (${isOpen} and (c.opened_at, c.id) > (${after}::timestamptz, ${afterId}::uuid))
        or (not ${isOpen} and (c.opened_at, c.id) < (${after}::timestamptz, ${afterId}::uuid)))
    order by case when ${isOpen} then c.opened_at end, case when ${isOpen} then c.id end,
      c.opened_at desc, c.id desc
    limit ${perPage + 1}`;
  const page = rows.slice(0, perPage);
  const last = page.at(-1);
  const more = rows.length > perPage && last;
  return {
    cases: page.map(toCaseView),
    nextCursor: more ? writeCursor({ createdAt: last.openedAt, id: last.caseId }) : null,
  };
}
