import { addDays } from "@/domain/metrics/calendar-day";
import {
  activeTenthDaysPerPerson,
  DORMANT_DAYS,
  LOST_DAYS,
  stickinessBps,
} from "@/domain/metrics/customer-activity";
import type { Measures } from "@/domain/metrics/measures";
import { peopleRatioBps } from "@/domain/metrics/people-ratio";
import { type DayWindow, listDays } from "@/domain/metrics/window";
import {
  listPeriods,
  PERIOD_UNITS,
  type PeriodUnit,
  type WindowPeriod,
} from "@/domain/metrics/window-periods";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { readPeople } from "@/features/insights/queries/read-people";
import type { ReadBoard, Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Before any shop: a window from here holds everybody who ever acted. */
const EVER = "1980-01-01";
/** More points than that no eye tells apart. */
const MAX_PERIODS = 400;
const missing = "a window is missing";

/** How lively the people of a window were. */
export type Activity = {
  measures: Measures;
  /** Everybody who had acted by the window's end. */
  known: number;
  activeRateBps: number | null;
  /** Days with an act per active person, in tenths. */
  activeDaysTenths: bigint | null;
  stickinessBps: number | null;
  /** Whose first act ever lies in the window, and who had acted before it. */
  newcomers: number;
  returning: number;
  /** Silent for 30 days at the window's end but not for 90; for 90 and more. */
  dormant: number;
  lost: number;
};

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
  const read = await readPeople(tx, { merchantId, slice, windows: periods, questions });
  const of = { merchantId, slice };
  return {
    current: await readActivity(tx, of, window),
    before: compare ? await readActivity(tx, of, compare) : null,
    unit,
    units,
    periods: periods.map((period, at) => ({ period, actives: read[at]?.actives ?? 0 })),
  };
}

async function readActivity(
  tx: MerchantTx,
  of: { merchantId: string; slice: Slice },
  window: DayWindow,
): Promise<Activity> {
  const { from, to } = window;
  const [measures] = await readMeasures(tx, { ...of, windows: [window] });
  const windows = [
    { from: EVER, to },
    { from: EVER, to: from },
    { from: addDays(to, -DORMANT_DAYS), to },
    { from: addDays(to, -LOST_DAYS), to },
    ...listDays(window).map((day) => ({ from: day, to: addDays(day, 1) })),
  ];
  const read = await readPeople(tx, { ...of, windows, questions: ["actives"] });
  const [ever, earlier, awake, notLost, ...daily] = read.map(({ actives }) => actives);
  if (!measures || ever === undefined || earlier === undefined) throw new Error(missing);
  if (awake === undefined || notLost === undefined) throw new Error(missing);
  return toActivity(measures, { ever, earlier, awake, notLost, daily });
}

/** @param known actives of everybody's windows, and of each day */
function toActivity(
  measures: Measures,
  known: { ever: number; earlier: number; awake: number; notLost: number; daily: number[] },
): Activity {
  const { actives } = measures.people;
  const newcomers = known.ever - known.earlier;
  return {
    measures,
    known: known.ever,
    activeRateBps: peopleRatioBps(actives, known.ever),
    activeDaysTenths: activeTenthDaysPerPerson(known.daily, actives),
    stickinessBps: stickinessBps(known.daily, actives),
    newcomers,
    returning: actives - newcomers,
    dormant: known.notLost - known.awake,
    lost: known.ever - known.notLost,
  };
}
