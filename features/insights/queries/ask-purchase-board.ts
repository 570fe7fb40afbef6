import type { Measures } from "@/domain/metrics/measures";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { askRepurchases, type Repurchase } from "@/features/insights/queries/ask-repurchases";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the board shows; of people it asks for those that these need. */
const metrics = [
  "visitors",
  "viewers",
  "carters",
  "checkouters",
  "converted",
  "paidOrders",
  "units",
  "grossSales",
  "netSales",
  "buyers",
  "valuePerOrder",
  "valuePerBuyer",
  "unitsPerOrder",
  "conversion",
  "repurchaseRate",
] as const satisfies readonly MeasuredMetric[];
export type PurchaseMetric = (typeof metrics)[number];

export type PurchaseBoard = {
  current: Measures;
  before: Measures | null;
  /** Null where a part of the shop is asked: who comes back is kept for all of it. */
  repurchase: Repurchase | null;
  repurchaseBefore: Repurchase | null;
};

/** Everything that the board of purchase shows (analytics.md, board 4). */
export async function askPurchaseBoard(
  tx: MerchantTx,
  { merchantId, request, now }: { merchantId: string; request: ReadBoard; now: Date },
): Promise<PurchaseBoard> {
  const { window, compare, slice } = request;
  const windows = compare ? [window, compare] : [window];
  const [[current, before = null], [repurchase = null, repurchaseBefore = null]] =
    await Promise.all([
      readMeasures(tx, { merchantId, slice, windows, metrics }),
      // Who comes back is kept for the whole shop only.
      slice.kind === "all"
        ? askRepurchases(tx, { merchantId, windows, today: shanghaiDay(now) })
        : [],
    ]);
  if (!current) throw new Error("a window without measures");
  return { current, before, repurchase, repurchaseBefore };
}
