import { netFen } from "@/domain/metrics/sales-sums";
import type { DayWindow } from "@/domain/metrics/window";
import type { Fen } from "@/domain/money/fen";
import type { StockTotals } from "@/domain/stock/stock-metrics";
import { readFigures } from "@/features/insights/queries/read-figures";
import type { ReadBoard, Slice } from "@/features/insights/schema";
import { listReorders } from "@/features/purchasing/queries/list-reorders";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import { getStockSetting } from "@/features/stock/queries/get-stock-setting";
import { readStockWindows } from "@/features/stock/queries/read-stock-windows";
import type { ReorderRow, SkuReport, SlowMover } from "@/features/stock/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the screen shows of each list; the file holds all. */
export const SHOWN_ROWS = 50;
/** More than any file of a board holds. */
const MAX_ROWS = 5_000;

type Totals = { totals: StockTotals; netSalesFen: Fen };

export type StockBoard = {
  current: Totals;
  before: Totals | null;
  skus: SkuReport[];
  slowMovers: SlowMover[];
  reorders: ReorderRow[];
  /** Also of those beyond what the screen shows. */
  reorderCount: number;
};

type Question = { merchantId: string; request: ReadBoard; now: Date; whole?: boolean };

/**
 * Everything that the board of stock shows (analytics.md, board 7).
 * @param question.whole lists to their ends, for files
 */
export async function askStockBoard(tx: MerchantTx, question: Question): Promise<StockBoard> {
  const { merchantId, request, now } = question;
  const { window, compare } = request;
  const slice = sliceOfGoods(request.slice);
  const [{ safetyDays, slowMoverDays: slowDays }, open] = await Promise.all([
    getStockSetting(tx, merchantId),
    findOpenDay(tx, merchantId),
  ]);
  const windows: [DayWindow, ...DayWindow[]] = compare ? [window, compare] : [window];
  const limit = question.whole ? MAX_ROWS : SHOWN_ROWS;
  const asked = { merchantId, part: slice, open, now, limit };
  const [{ totals, skus, slowMovers }, { reorders, count }, sales] = await Promise.all([
    readStockWindows(tx, { ...asked, windows, slowDays }),
    listReorders(tx, { ...asked, safetyDays }),
    readFigures(tx, { merchantId, slice, windows }),
  ]);
  const of = (index: number): Totals | null => {
    const found = totals[index];
    const figures = sales[index];
    if (!found || !figures) return null;
    return { totals: found, netSalesFen: netFen(figures) };
  };
  const current = of(0);
  if (!current) throw new Error("a window that was not asked");
  return {
    current,
    before: of(1),
    skus,
    slowMovers,
    reorders,
    reorderCount: count,
  };
}

/** Stock lies in no channel and in no region: only parts made of products cut it. */
function sliceOfGoods(slice: Slice): Slice {
  const isOfGoods = ["category", "scene", "product"].includes(slice.kind);
  return isOfGoods ? slice : { kind: "all", key: "" };
}
