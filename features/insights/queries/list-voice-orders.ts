import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { LATE_AFTER_HOURS } from "@/domain/metrics/voice";
import type { DayWindow } from "@/domain/metrics/window";
import { COMPLAINT_KINDS, type RefundKind } from "@/domain/refunds/refund-kind";
import { liesInPart } from "@/features/insights/queries/lies-in-part";
import type { Slice, VoiceOrderList } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 50;
const hourMs = 3_600_000;

export type VoiceOrder = {
  orderNo: string;
  paidAt: Date;
  shippedAt: Date | null;
  refundedFen: bigint;
  /** Of the refunds that succeeded, in their order. */
  kinds: RefundKind[];
  reasons: string[];
};

type Question = {
  merchantId: string;
  slice: Slice;
  window: DayWindow;
  list: VoiceOrderList;
  now: Date;
};

/** The orders that a rate of the board of word of mouth is made of, the last paid first. */
export async function listVoiceOrders(
  tx: MerchantTx,
  question: Question & { cursor?: string | undefined },
): Promise<{ orders: VoiceOrder[]; nextCursor: string | null }> {
  const { merchantId, slice } = question;
  const { join, lies } = liesInPart.ofOrders(slice);
  const after = readCursor(question.cursor);
  const below = after
    ? Prisma.sql`and (o.paid_at, o.id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<(VoiceOrder & { id: string })[]>`${plannedAnew}
    select o.id, o.order_no as "orderNo", o.paid_at as "paidAt", o.shipped_at as "shippedAt",
      o.refunded_fen as "refundedFen", coalesce(f.kinds, '{}') as kinds, coalesce(f.reasons, '{}') as reasons
    from orders o ${join}
    left join lateral (
      select array_agg(kind::text order by succeeded_at) as kinds,
        array_agg(reason order by succeeded_at) as reasons
      from refund where merchant_id = o.merchant_id and order_id = o.id and state = 'success') f on true
    where o.merchant_id = ${merchantId}::uuid and ${belonging(question)}
      and ${lies} ${below}
    order by o.paid_at desc, o.id desc limit ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    orders: page.map(({ id: _id, ...order }) => order),
    nextCursor:
      rows.length > pageSize && last ? writeCursor({ createdAt: last.paidAt, id: last.id }) : null,
  };
}

/** The same conditions as features/insights/commands/roll-up-voice.ts counts by. */
function belonging({ list, window, now }: Question): Prisma.Sql {
  const since = shanghaiDayRange(window.from).from;
  const until = shanghaiDayRange(window.to).from;
  const paid = Prisma.sql`o.paid_at >= ${since} and o.paid_at < ${until} and o.refunded_fen > 0`;
  switch (list) {
    case "refunded":
      return paid;
    case "complaints":
      return Prisma.sql`${paid} and f.kinds && ${[...COMPLAINT_KINDS]}::text[]`;
    case "late":
      return Prisma.sql`o.shipped_at >= ${since} and o.shipped_at < ${until}
        and o.shipped_at > o.paid_at + make_interval(hours => ${LATE_AFTER_HOURS}::int)`;
    case "overdue":
      return Prisma.sql`o.state = 'paid'
        and o.paid_at < ${new Date(now.getTime() - LATE_AFTER_HOURS * hourMs)}`;
  }
}
