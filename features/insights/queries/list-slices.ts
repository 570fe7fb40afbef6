import type { Figures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import { orderColumn, type SliceOrder } from "@/features/insights/queries/order-column";
import { sliceParts } from "@/features/insights/queries/slice-parts";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** A product, channel … with its figures; `title` is what people call it, a code or key where it has no name. */
export type SliceFigures = { key: string; title: string; figures: Figures };

const columns = Prisma.raw(figureColumns.map(({ column }) => column).join(", "));
const sums = Prisma.raw(
  figureColumns.map(({ column, type }) => `sum(${column})::${type} as ${column}`).join(", "),
);
const named = Prisma.raw(
  figureColumns.map(({ name, column }) => `${column} as "${name}"`).join(", "),
);

/**
 * The parts of one kind that had figures in the window, largest first, and among equals by key.
 * @param order what to order by; `among` keeps to these keys
 */
export async function listSlices(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    kind: Exclude<Slice["kind"], "all">;
    window: DayWindow;
    order: SliceOrder;
    limit: number;
    offset?: number;
    among?: readonly string[];
  },
): Promise<SliceFigures[]> {
  const { merchantId, kind, order, limit, offset = 0 } = asked;
  const { heads, rowsOf } = sliceParts(asked);
  const rows = await tx.$queryRaw<({ key: string; title: string } & Figures)[]>`${plannedAnew}
    with ${heads},
    ranked as materialized (
      select id, key, sum(value) as value
      from (${rowsOf(Prisma.sql`${orderColumn(order)} as value`, Prisma.sql`one`)}) p
      group by id, key order by value desc, key limit ${limit} offset ${offset}),
    listed as (
      select id, key, ${sums} from (${rowsOf(columns, Prisma.sql`ranked`)}) p group by id, key)
    select l.key, ${titleOf(kind, merchantId)} as title, ${named}
    from listed l join ranked r on r.id = l.id order by r.value desc, l.key`;
  return rows.map(({ key, title, ...figures }) => ({ key, title, figures }));
}

function titleOf(kind: Slice["kind"], merchantId: string): Prisma.Sql {
  const id = Prisma.sql`case when l.key ~ '^[0-9a-f-]{36}$' then l.key::uuid end`;
  const tenant = Prisma.sql`merchant_id = ${merchantId}::uuid`;
  if (kind === "product") {
    return Prisma.sql`coalesce((select title from product where ${tenant} and id = ${id}),
      (select title from history_line where ${tenant} and code = l.key and sold_at is not null
        order by sold_at desc, title limit 1), l.key)`;
  }
  if (kind === "category") {
    return Prisma.sql`coalesce((select name from category where ${tenant} and id = ${id}), l.key)`;
  }
  if (kind === "scene") {
    return Prisma.sql`coalesce((select title from scene where ${tenant} and id = ${id}), l.key)`;
  }
  return kind === "distributor"
    ? Prisma.sql`coalesce((select display_name from distributor where ${tenant} and id = ${id}), l.key)`
    : Prisma.sql`l.key`;
}
