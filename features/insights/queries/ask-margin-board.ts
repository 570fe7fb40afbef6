import { addDays } from "@/domain/metrics/calendar-day";
import { type MarginCosts, marginCosts } from "@/domain/metrics/margin-costs";
import { marginDay } from "@/domain/metrics/margin-day";
import { drawMarginLine, type MarginPoint } from "@/domain/metrics/margin-line";
import type { Figures, Measures } from "@/domain/metrics/measures";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { type DayWindow, listDays } from "@/domain/metrics/window";
import { getAnalyticsSetting } from "@/features/insights/queries/get-analytics-setting";
import { noFigures } from "@/features/insights/queries/no-figures";
import { readFigures } from "@/features/insights/queries/read-figures";
import { readMeasures } from "@/features/insights/queries/read-measures";
import {
  type AnalyticsSetting,
  MARGIN_SPANS,
  type ReadBoard,
  type Slice,
} from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const longest = Math.max(...MARGIN_SPANS);
const fromElsewhere = { kind: "channel", key: "imported" } as const;

/** What the board shows beside its line: nobody has to be counted for these. */
const metrics = [
  "margin",
  "grossProfit",
  "commissionKept",
  "paymentFees",
] as const satisfies readonly MeasuredMetric[];
export type MarginMetric = (typeof metrics)[number];

export type MarginBoard = {
  current: Measures;
  before: Measures | null;
  /** What is known of the costs of the part asked: without a break-even line, its points have none. */
  costs: MarginCosts;
  /** Per number of trailing days the points of the window's days. */
  lines: Record<(typeof MARGIN_SPANS)[number], MarginPoint[]>;
  setting: AnalyticsSetting;
};

/** Everything that the margin balance line shows (analytics.md, board 8), of the shop or of a part of it. */
export async function askMarginBoard(
  tx: MerchantTx,
  { merchantId, request }: { merchantId: string; request: ReadBoard },
): Promise<MarginBoard> {
  const { window, compare, slice } = request;
  const costs = marginCosts(slice.kind);
  const days = listDays({ from: addDays(window.from, 1 - longest), to: window.to });
  const windows = days.map((from) => ({ from, to: addDays(from, 1) }));
  const asked = compare ? [window, compare] : [window];
  const [setting, figures, [current, before = null]] = await Promise.all([
    getAnalyticsSetting(tx, { merchantId }),
    readFigures(tx, { merchantId, slice, windows }),
    readMeasures(tx, { merchantId, slice, windows: asked, metrics }),
  ]);
  const imported = await readImported(tx, { merchantId, slice, windows, figures });
  if (!current) throw new Error("a window without measures");
  const margins = days.flatMap((day, at) => {
    const [ours, theirs] = [figures[at], imported[at]];
    return ours && theirs ? [marginDay(day, ours, { ...setting, imported: theirs })] : [];
  });
  const fixedFen = costs.breakEven === "shop" ? setting.fixedCostPerDayFen : 0n;
  const draw = (span: number) => {
    const points = drawMarginLine(margins.slice(longest - span), span, fixedFen).slice(span - 1);
    if (costs.breakEven !== "none") return points;
    return points.map((point) => ({ ...point, breakEvenBps: null, crossing: null }));
  };
  return { current, before, costs, lines: { 7: draw(7), 30: draw(30), 90: draw(90) }, setting };
}

/** What of the figures is of imported orders; only where their parcels are counted. */
async function readImported(
  tx: MerchantTx,
  asked: { merchantId: string; slice: Slice; windows: DayWindow[]; figures: Figures[] },
): Promise<Figures[]> {
  const { merchantId, slice, windows, figures } = asked;
  if (slice.kind === "all") {
    return readFigures(tx, { merchantId, slice: fromElsewhere, windows });
  }
  const isImported = slice.kind === fromElsewhere.kind && slice.key === fromElsewhere.key;
  return isImported ? figures : windows.map(noFigures);
}
