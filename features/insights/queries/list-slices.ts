import type { DayWindow } from "@/domain/metrics/window";
import { orderColumn, type SliceOrder } from "@/features/insights/queries/order-column";
import { readSlices, type SliceFigures } from "@/features/insights/queries/read-slices";
import { sliceParts } from "@/features/insights/queries/slice-parts";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

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
  const { merchantId, kind, window, order, limit, offset = 0 } = asked;
  const { heads, rowsOf } = sliceParts({ ...asked, windows: [window] });
  const ranked = await tx.$queryRaw<{ key: string }[]>`${plannedAnew}
    with ${heads}
    select k.key from one k
    cross join lateral (
      select sum(value) as value from (${rowsOf(Prisma.sql`${orderColumn(order)} as value`)}) r) s
    where s.value is not null order by s.value desc, k.key limit ${limit} offset ${offset}`;
  return readSlices(tx, { merchantId, kind, window, keys: ranked.map(({ key }) => key) });
}
