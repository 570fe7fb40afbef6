import type { Figures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { orderColumn, type SliceOrder } from "@/features/insights/queries/order-column";
import { sliceParts } from "@/features/insights/queries/slice-parts";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** A part with what says whether it sold anything, and how much. */
export type RankedSlice = { key: string } & Pick<
  Figures,
  "units" | "refundUnits" | "grossFen" | "refundFen"
>;

type Asked = {
  merchantId: string;
  kind: Exclude<Slice["kind"], "all">;
  order: SliceOrder;
  limit: number;
  among?: readonly string[];
};

/**
 * All parts of one kind that sold or took back anything in a window, largest first, and among equals by
 * key: as listSlices orders them, without the figures that only a few of them are shown with. Of a window
 * and the one that it is compared with by one question, unless they overlap.
 * @param among keeps to these keys
 * @returns a list for each window, in their order
 */
export async function rankSlices(
  tx: MerchantTx,
  asked: Asked & { window: DayWindow; compare: DayWindow | null },
): Promise<{ ranked: RankedSlice[]; before: RankedSlice[] }> {
  const { window, compare } = asked;
  if (compare === null) return rank(tx, asked, [window]);
  if (compare.to <= window.from || window.to <= compare.from) {
    return rank(tx, asked, [window, compare]);
  }
  const { ranked } = await rank(tx, asked, [window]);
  const { ranked: before } = await rank(tx, asked, [compare]);
  return { ranked, before };
}

const columns = ["value", "units", "refund_units", "gross_fen", "refund_fen"];
/** The sums of a part's rows in the window, or in the one before. */
const sumsOf = (which: string) =>
  Prisma.raw(columns.map((column) => `sum(${column}) filter (where ${which})`).join(", "));

async function rank(
  tx: MerchantTx,
  asked: Asked,
  windows: readonly [DayWindow, ...DayWindow[]],
): Promise<{ ranked: RankedSlice[]; before: RankedSlice[] }> {
  const { heads, rowsOf } = sliceParts({ ...asked, windows });
  const [{ from, to }] = windows;
  const list = Prisma.sql`${orderColumn(asked.order)} as value, units, refund_units, gross_fen, refund_fen`;
  const named = Prisma.raw(columns.join(", "));
  const rows = await tx.$queryRaw<(RankedSlice & { isBefore: boolean })[]>`${plannedAnew}
    with ${heads},
    placed as (
      select k.key, p.*, row_number() over (partition by is_before order by value desc, key) as place
      from one k
      cross join lateral (
        select ${sumsOf("is_now")}, ${sumsOf("not is_now")} from (
          select *, first >= ${from}::date and first < ${to}::date as is_now from (${rowsOf(list)}) a) b
      ) s (${Prisma.raw(["n", "b"].flatMap((side) => columns.map((one) => `${side}_${one}`)).join(", "))})
      cross join lateral (values
        (false, ${Prisma.raw(columns.map((one) => `n_${one}`).join(", "))}),
        (true, ${Prisma.raw(columns.map((one) => `b_${one}`).join(", "))})) p (is_before, ${named})
      where units > 0 or refund_units > 0 or gross_fen > 0 or refund_fen > 0)
    select key, is_before as "isBefore", units::int as units, refund_units::int as "refundUnits",
      gross_fen::bigint as "grossFen", refund_fen::bigint as "refundFen"
    from placed where place <= ${asked.limit} order by place`;
  const of = (side: boolean): RankedSlice[] =>
    rows.filter(({ isBefore }) => isBefore === side).map(({ isBefore: _, ...slice }) => slice);
  return { ranked: of(false), before: of(true) };
}
