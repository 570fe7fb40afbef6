import { addDays } from "@/domain/metrics/calendar-day";
import { marginDay } from "@/domain/metrics/margin-day";
import { drawMarginLine, type MarginPoint } from "@/domain/metrics/margin-line";
import type { Measures } from "@/domain/metrics/measures";
import { listDays } from "@/domain/metrics/window";
import { getAnalyticsSetting } from "@/features/insights/queries/get-analytics-setting";
import { readFigures } from "@/features/insights/queries/read-figures";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { type AnalyticsSetting, MARGIN_SPANS, type ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const longest = Math.max(...MARGIN_SPANS);
const whole = { kind: "all", key: "" } as const;

export type MarginBoard = {
  current: Measures;
  before: Measures | null;
  /** Per number of trailing days the points of the window's days. */
  lines: Record<(typeof MARGIN_SPANS)[number], MarginPoint[]>;
  setting: AnalyticsSetting;
};

/** Everything that the margin balance line shows (analytics.md, board 8): of the whole shop always. */
export async function askMarginBoard(
  tx: MerchantTx,
  { merchantId, request }: { merchantId: string; request: ReadBoard },
): Promise<MarginBoard> {
  const { window, compare } = request;
  const days = listDays({ from: addDays(window.from, 1 - longest), to: window.to });
  const windows = days.map((from) => ({ from, to: addDays(from, 1) }));
  const setting = await getAnalyticsSetting(tx, { merchantId });
  const figures = await readFigures(tx, { merchantId, slice: whole, windows });
  const fromElsewhere = { kind: "channel", key: "imported" } as const;
  const imported = await readFigures(tx, { merchantId, slice: fromElsewhere, windows });
  const asked = compare ? [window, compare] : [window];
  const [current, before = null] = await readMeasures(tx, {
    merchantId,
    slice: whole,
    windows: asked,
  });
  if (!current) throw new Error("a window without measures");
  const margins = days.flatMap((day, at) => {
    const [ours, theirs] = [figures[at], imported[at]];
    return ours && theirs ? [marginDay(day, ours, { ...setting, imported: theirs })] : [];
  });
  const draw = (span: number) =>
    drawMarginLine(margins.slice(longest - span), span, setting.fixedCostPerDayFen).slice(span - 1);
  return { current, before, lines: { 7: draw(7), 30: draw(30), 90: draw(90) }, setting };
}
