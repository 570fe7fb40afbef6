import type { Figures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { figureColumns } from "@/features/insights/queries/figure-columns";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** A product, channel … with its figures; `title` is what people call it, a code or key where it has no name. */
export type SliceFigures = { key: string; title: string; figures: Figures };

/** What the parts can be ordered by: a figure, or one that is made of several. */
export type SliceOrder = keyof Figures | "netFen" | "grossProfitFen" | "commissionFen";

const made: Partial<Record<SliceOrder, string>> = {
  netFen: "gross_fen - refund_fen",
  commissionFen: "commission1_fen + commission2_fen",
  grossProfitFen:
    "(gross_fen - uncosted_fen) - (refund_fen - uncosted_back_fen) - (cost_fen - returned_cost_fen)",
};

const columns = Prisma.raw(figureColumns.map(({ column }) => column).join(", "));
const sums = Prisma.raw(
  figureColumns.map(({ column, type }) => `sum(${column})::${type} as ${column}`).join(", "),
);
const named = Prisma.raw(
  figureColumns.map(({ name, column }) => `${column} as "${name}"`).join(", "),
);

/**
 * The parts of one kind that had figures in the window, largest first, and among equals by key. Whole calendar
 * months are read as one row each, so that a long window costs little more than a short one.
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
  const { merchantId, kind, window, order, limit, offset = 0, among } = asked;
  const column = made[order] ?? figureColumns.find(({ name }) => name === order)?.column ?? order;
  const parts = (list: Prisma.Sql, of: Prisma.Sql) => Prisma.sql`
    select k.id, k.key, ${list} from asked, ${of} k
    join month_figure m on m.merchant_id = ${merchantId}::uuid and m.slice_id = k.id
    where m.month >= whole_from and m.month < whole_until
    union all
    select k.id, k.key, ${list} from asked, ${of} k
    join day_figure d on d.merchant_id = ${merchantId}::uuid and d.slice_id = k.id
    where d.day >= first and d.day < until
      and (whole_from >= whole_until or d.day < whole_from or d.day >= whole_until)`;
  const rows = await tx.$queryRaw<({ key: string; title: string } & Figures)[]>`${plannedAnew}
    with asked as (
      select ${window.from}::date as first, ${window.to}::date as until,
        date_trunc('month', ${window.from}::date::timestamp + interval '1 month - 1 day')::date as whole_from,
        date_trunc('month', ${window.to}::date::timestamp)::date as whole_until),
    one as (
      select id, key from slice where merchant_id = ${merchantId}::uuid and kind = ${kind}::slice_kind
        and ${among ? Prisma.sql`key = any(${[...among]})` : Prisma.sql`true`}),
    ranked as materialized (
      select id, key, sum(value) as value
      from (${parts(Prisma.sql`${Prisma.raw(column)} as value`, Prisma.sql`one`)}) p
      group by id, key order by value desc, key limit ${limit} offset ${offset}),
    listed as (
      select id, key, ${sums} from (${parts(columns, Prisma.sql`ranked`)}) p group by id, key)
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
