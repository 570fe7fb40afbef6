import {
  listPeriods,
  PERIOD_UNITS,
  type PeriodUnit,
  type WindowPeriod,
} from "@/domain/metrics/window-periods";
import { type Activity, readActivity } from "@/features/insights/queries/read-activity";
import { readPeople } from "@/features/insights/queries/read-people";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** More points than that no eye tells apart. */
const MAX_PERIODS = 400;

export type ActivityBoard = {
  current: Activity;
  before: Activity | null;
  unit: PeriodUnit;
  units: PeriodUnit[];
  periods: { period: WindowPeriod; actives: number }[];
};

/** Everything that the board of customer activity shows (analytics.md, board 1). */
export async function askActivityBoard(
  tx: MerchantTx,
  asked: { merchantId: string; request: ReadBoard; unit?: string | undefined },
): Promise<ActivityBoard> {
  const { merchantId, request } = asked;
  const { window, compare, slice } = request;
  const units = PERIOD_UNITS.filter((one) => listPeriods(window, one).length <= MAX_PERIODS);
  const unit = units.find((one) => one === asked.unit) ?? units[0] ?? "month";
  const periods = listPeriods(window, unit);
  const questions = ["actives"] as const;
  const of = { merchantId, slice };
  const [read, current, before] = await Promise.all([
    readPeople(tx, { ...of, windows: periods, questions }),
    readActivity(tx, of, window),
    compare ? readActivity(tx, of, compare) : null,
  ]);
  return {
    current,
    before,
    unit,
    units,
    periods: periods.map((period, at) => ({ period, actives: read[at]?.actives ?? 0 })),
  };
}
