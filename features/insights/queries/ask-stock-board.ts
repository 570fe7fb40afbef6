import { measure } from "@/domain/metrics/metric-list";
import type { Fen } from "@/domain/money/fen";
import type { StockTotals } from "@/domain/stock/stock-metrics";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { ReadBoard, Slice } from "@/features/insights/schema";
import { listReorders } from "@/features/purchasing/queries/list-reorders";
import { getStockSetting } from "@/features/stock/queries/get-stock-setting";
import { listSkuReports } from "@/features/stock/queries/list-sku-reports";
import { listSlowMovers } from "@/features/stock/queries/list-slow-movers";
import { sumStock } from "@/features/stock/queries/sum-stock";
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
  /** Whether the asked part of the shop is one of goods. */
  isPartOfGoods: boolean;
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
  const { safetyDays, slowMoverDays: slowDays } = await getStockSetting(tx, merchantId);
  const windows = compare ? [window, compare] : [window];
  const totals = await sumStock(tx, { merchantId, part: slice, windows, slowDays, now });
  const sales = await readMeasures(tx, { merchantId, slice, windows });
  const of = (index: number): Totals | null => {
    const found = totals[index];
    const measures = sales[index];
    if (!found || !measures) return null;
    return { totals: found, netSalesFen: BigInt(measure("netSales", measures).value ?? 0) };
  };
  const current = of(0);
  if (!current) throw new Error("a window that was not asked");
  const limit = question.whole ? MAX_ROWS : SHOWN_ROWS;
  const asked = { merchantId, part: slice, window, now };
  return {
    current,
    before: of(1),
    skus: await listSkuReports(tx, { ...asked, limit, offset: 0 }),
    slowMovers: await listSlowMovers(tx, { ...asked, slowDays, limit }),
    reorders: await listReorders(tx, { ...asked, safetyDays }),
    isPartOfGoods: slice.kind === request.slice.kind,
  };
}

/** Stock lies in no channel and in no region: only parts made of products cut it. */
function sliceOfGoods(slice: Slice): Slice {
  const isOfGoods = ["category", "scene", "product"].includes(slice.kind);
  return isOfGoods ? slice : { kind: "all", key: "" };
}
