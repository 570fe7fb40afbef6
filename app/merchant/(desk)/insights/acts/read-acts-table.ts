import { type ActList, isPersonActList } from "@/domain/metrics/act-lists";
import type { DayWindow } from "@/domain/metrics/window";
import { actsTable, linksTable } from "@/features/insights/components/behind-tables";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import { channelNames } from "@/features/insights/components/channel-names";
import { listActsBehind } from "@/features/insights/queries/list-acts-behind";
import { listLinksBehind } from "@/features/insights/queries/list-links-behind";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Asked = {
  merchantId: string;
  list: ActList;
  window: DayWindow;
  slice: Slice;
  cursor?: string | undefined;
  limit: number;
};

/** A page of a list of acts, or of share links where their openings are counted, ready to be shown. */
export async function readActsTable(
  tx: MerchantTx,
  { list, ...asked }: Asked,
  text: InsightText & { has: (key: string) => boolean },
): Promise<{ table: BoardTable; nextCursor: string | null }> {
  if (isPersonActList(list)) {
    const { rows, nextCursor } = await listActsBehind(tx, { ...asked, list });
    return { table: actsTable(rows, list, text), nextCursor };
  }
  const { rows, nextCursor } = await listLinksBehind(tx, { ...asked, list });
  return { table: linksTable(rows, list, text, channelNames(text)), nextCursor };
}
