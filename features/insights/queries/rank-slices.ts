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

/**
 * All parts of one kind that sold or took back anything in the window, largest first, and among equals by
 * key: as listSlices orders them, without the figures that only a few of them are shown with.
 * @param among keeps to these keys
 */
export async function rankSlices(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    kind: Exclude<Slice["kind"], "all">;
    window: DayWindow;
    order: SliceOrder;
    limit: number;
    among?: readonly string[];
  },
): Promise<RankedSlice[]> {
  const { heads, rowsOf } = sliceParts(asked);
  const list = Prisma.sql`${orderColumn(asked.order)} as value, units, refund_units, gross_fen, refund_fen`;
  return tx.$queryRaw<RankedSlice[]>`${plannedAnew}
    with ${heads}
    select key, sum(units)::int as units, sum(refund_units)::int as "refundUnits",
      sum(gross_fen)::bigint as "grossFen", sum(refund_fen)::bigint as "refundFen"
    from (${rowsOf(list, Prisma.sql`one`)}) p
    group by id, key
    having sum(units) > 0 or sum(refund_units) > 0 or sum(gross_fen) > 0 or sum(refund_fen) > 0
    order by sum(value) desc, key limit ${asked.limit}`;
}
