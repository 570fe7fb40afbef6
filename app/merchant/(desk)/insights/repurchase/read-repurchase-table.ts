import type { DayWindow } from "@/domain/metrics/window";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import { firstBuyersTable, gapsTable } from "@/features/insights/components/people-behind-tables";
import { listOrderGaps } from "@/features/insights/queries/list-order-gaps";
import {
  listRepurchasePeople,
  type Within,
} from "@/features/insights/queries/list-repurchase-people";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Asked = {
  merchantId: string;
  window: DayWindow;
  /** A Shanghai day. */
  today: string;
  list: { by: "gaps" } | { by: "buyers"; within: Within };
  cursor?: string | undefined;
  limit: number;
};

/** A page of the gaps between orders, or of the buyers of a cohort, ready to be shown. */
export async function readRepurchaseTable(
  tx: MerchantTx,
  { list, ...asked }: Asked,
  text: InsightText,
): Promise<{ table: BoardTable; hint: string; nextCursor: string | null }> {
  if (list.by === "gaps") {
    const { count, rows, nextCursor } = await listOrderGaps(tx, asked);
    return { table: gapsTable(rows, text), hint: text("behind.gapCount", { count }), nextCursor };
  }
  const { within } = list;
  const { count, rows, nextCursor } = await listRepurchasePeople(tx, { ...asked, within });
  const caption =
    within === null ? text("behind.firstBuyers") : text("behind.returnedWithin", { days: within });
  const hint = text("behind.peopleCount", { count });
  return { table: firstBuyersTable(rows, caption, text), hint, nextCursor };
}
