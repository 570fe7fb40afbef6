import type { NpsGroup } from "@/domain/metrics/nps";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { liesInPart } from "@/features/insights/queries/lies-in-part";
import { readSlice } from "@/features/insights/schema";
import type { NpsAnswerView, NpsFilter } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 20;
const bounds: Record<NpsGroup, readonly [number, number]> = {
  promoter: [9, 10],
  passive: [7, 8],
  detractor: [0, 6],
};

const wholeShop = { kind: "all", key: "" } as const;
const answer = {
  merchantId: Prisma.sql`n.merchant_id`,
  order: Prisma.sql`n.order_id`,
  product: null,
};

type Row = NpsAnswerView & { orderId: string };

/** The answers to the question for recommendation that match, newest first. */
export async function listNpsAnswers(
  tx: MerchantTx,
  { merchantId, filter }: { merchantId: string; filter: NpsFilter },
): Promise<{ answers: NpsAnswerView[]; nextCursor: string | null }> {
  const rows = await tx.$queryRaw<Row[]>`
    select n.order_id as "orderId", o.order_no as "orderNo", n.score, n.content,
      n.created_at as "createdAt", n.customer_id as "customerId", c.nickname
    from nps_answer n
    join orders o on o.merchant_id = n.merchant_id and o.id = n.order_id
    join customer c on c.merchant_id = n.merchant_id and c.id = n.customer_id
    where n.merchant_id = ${merchantId}::uuid ${matching(filter)}
    order by n.created_at desc, n.order_id desc limit ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    answers: page.map(({ orderId: _orderId, ...answer }) => answer),
    nextCursor:
      rows.length > pageSize && last
        ? writeCursor({ createdAt: last.createdAt, id: last.orderId })
        : null,
  };
}

function matching({ group, from, until, slice, cursor }: NpsFilter): Prisma.Sql {
  const after = readCursor(cursor);
  const [lowest, highest] = group ? bounds[group] : [0, 10];
  const conditions = [
    Prisma.sql`and n.score between ${lowest} and ${highest}`,
    from ? Prisma.sql`and n.created_at >= ${shanghaiDayRange(from).from}` : Prisma.empty,
    until ? Prisma.sql`and n.created_at < ${shanghaiDayRange(until).to}` : Prisma.empty,
    Prisma.sql`and ${liesInPart.saidLies(readSlice(slice ?? "") ?? wholeShop, answer)}`,
    after
      ? Prisma.sql`and (n.created_at, n.order_id) < (${after.createdAt}, ${after.id}::uuid)`
      : Prisma.empty,
  ];
  return Prisma.join(conditions, " ");
}
