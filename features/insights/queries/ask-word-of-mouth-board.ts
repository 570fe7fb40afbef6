import type { Voice } from "@/domain/metrics/voice";
import { type DayWindow, windowDays } from "@/domain/metrics/window";
import { listPeriods, type PeriodUnit, type WindowPeriod } from "@/domain/metrics/window-periods";
import { countOverdueShipments } from "@/features/insights/queries/count-overdue-shipments";
import {
  listProductStars,
  type ProductStars,
} from "@/features/insights/queries/list-product-stars";
import { readVoice } from "@/features/insights/queries/read-voice";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const shownProducts = 50;

export type WordOfMouthBoard = {
  current: Voice;
  before: Voice | null;
  unit: PeriodUnit;
  periods: { period: WindowPeriod; voice: Voice }[];
  products: ProductStars[];
  /** Paid more than 48 hours ago and not shipped, now. */
  overdue: number;
};

/** Everything that the board of word of mouth shows (analytics.md, board 11). It knows no slices. */
export async function askWordOfMouthBoard(
  tx: MerchantTx,
  { merchantId, request, now }: { merchantId: string; request: ReadBoard; now: Date },
): Promise<WordOfMouthBoard> {
  const { window, compare } = request;
  const unit = unitOf(window);
  const periods = listPeriods(window, unit);
  const windows = [window, ...periods, ...(compare ? [compare] : [])];
  const [current, ...others] = await readVoice(tx, { merchantId, windows });
  if (!current) throw new Error("a window that was not answered");
  return {
    current,
    before: compare ? (others.at(-1) ?? null) : null,
    unit,
    periods: periods.flatMap((period, at) => {
      const voice = others[at];
      return voice ? [{ period, voice }] : [];
    }),
    products: await listProductStars(tx, { merchantId, window, limit: shownProducts }),
    overdue: await countOverdueShipments(tx, { merchantId, now }),
  };
}

/** People say something too rarely for days to tell anything in a long window. */
function unitOf(window: DayWindow): PeriodUnit {
  const days = windowDays(window);
  if (days <= 31) return "day";
  return days <= 366 ? "week" : "month";
}
