import type { Figures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { figureColumns } from "@/features/insights/queries/figure-columns";
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

/** The figures of some parts of one kind in a window, in the order of their keys; those without any are missing. */
export async function readSlices(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    kind: Exclude<Slice["kind"], "all">;
    window: DayWindow;
    keys: readonly string[];
  },
): Promise<SliceFigures[]> {
  const { merchantId, kind, window, keys } = asked;
  if (keys.length === 0) return [];
  const { heads, rowsOf } = sliceParts({ merchantId, kind, windows: [window], among: keys });
  const rows = await tx.$queryRaw<({ key: string; title: string } & Figures)[]>`${plannedAnew}
    with ${heads},
    l as (
      select k.key, s.* from one k
      cross join lateral (select count(*) as found, ${sums} from (${rowsOf(columns)}) r) s
      where s.found > 0)
    select key, ${titleOf(kind, merchantId)} as title, ${named} from l`;
  const found = new Map(rows.map((row) => [row.key, row]));
  return keys.flatMap((one) => {
    const row = found.get(one);
    if (!row) return [];
    const { key, title, ...figures } = row;
    return [{ key, title, figures }];
  });
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
