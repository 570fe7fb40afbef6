import { RFM_SEGMENTS, type RfmSegment } from "@/domain/metrics/rfm";
import { rfmGroup } from "@/features/insights/queries/rfm-group";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readAmountCursor, writeAmountCursor } from "@/lib/paging/amount-cursor";
import { Prisma } from "@/prisma/generated/client";

export type RfmCustomerRow = {
  /** Null for a customer of an order history: there is no page of them or of their orders. */
  customerId: string | null;
  name: string;
  segment: RfmSegment;
  lastAt: Date;
  lastOrderNo: string;
  recencyDays: number;
  orders: number;
  netFen: bigint;
};

type Row = Omit<RfmCustomerRow, "segment"> & { personId: string; segment: string };

/**
 * The customers of a segment, or of all, those who brought most first. Their days since the last order are
 * those of the board: until the last of its 365 days.
 */
export async function listRfmCustomers(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    slice: Slice;
    segment: RfmSegment | null;
    /** Only who stood there 30 days before; "none" for who had no order in the year until then. */
    before?: RfmSegment | "none" | null;
    cursor?: string | undefined;
    limit: number;
  },
): Promise<{ rows: RfmCustomerRow[]; nextCursor: string | null }> {
  const { merchantId, slice, segment, before, limit } = asked;
  const after = readAmountCursor(asked.cursor);
  const below = after
    ? Prisma.sql`and r.net_fen <= ${after.fen}::bigint
        and (r.net_fen < ${after.fen}::bigint or r.person_id > ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`${plannedAnew}
    select r.person_id as "personId", c.id as "customerId", coalesce(c.nickname, r.customer_ref) as name, r.segment,
      r.last_at as "lastAt", r.last_order_no as "lastOrderNo", r.orders, r.net_fen as "netFen",
      (select max(as_of) from rfm_segment where merchant_id = ${merchantId}::uuid) - r.last_day as "recencyDays"
    from rfm_customer r
    left join customer c on c.merchant_id = r.merchant_id and c.id = r.person_id and r.customer_ref = ''
    where ${rfmGroup({ merchantId, slice, segment, before })} ${below}
    order by r.net_fen desc, r.person_id limit ${limit + 1}`;
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    rows: shown.map(({ personId: _id, ...row }) => ({ ...row, segment: segmentOf(row.segment) })),
    nextCursor:
      rows.length > limit && last
        ? writeAmountCursor({ fen: last.netFen, id: last.personId })
        : null,
  };
}

function segmentOf(text: string): RfmSegment {
  const segment = RFM_SEGMENTS.find((one) => one === text);
  if (!segment) throw new Error(`no segment: ${text}`);
  return segment;
}
