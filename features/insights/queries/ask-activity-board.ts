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
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Before any shop: a window from here holds everybody who ever acted. */
const EVER = "1980-01-01";
/** More points than that no eye tells apart. */
const MAX_PERIODS = 400;

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
  const read = await readMeasures(tx, { merchantId, slice, windows: periods });
  const ofWindow = async (one: DayWindow) =>
    toActivity(await readMeasures(tx, { merchantId, slice, windows: windowsOf(one) }));
  return {
    current: await ofWindow(window),
    before: compare ? await ofWindow(compare) : null,
    unit,
    units,
    periods: periods.map((period, at) => ({ period, actives: read[at]?.people.actives ?? 0 })),
  };
}

/** The windows that a window's activity is made of: see toActivity. */
function windowsOf({ from, to }: DayWindow): DayWindow[] {
  return [
    { from, to },
    { from: EVER, to },
    { from: EVER, to: from },
    { from: addDays(to, -DORMANT_DAYS), to },
    { from: addDays(to, -LOST_DAYS), to },
    ...listDays({ from, to }).map((day) => ({ from: day, to: addDays(day, 1) })),
  ];
}

function toActivity(read: readonly Measures[]): Activity {
  const [measures, ever, earlier, awake, notLost, ...days] = read;
  if (!measures || !ever || !earlier || !awake || !notLost) throw new Error("a window is missing");
  const { actives } = measures.people;
  const daily = days.map(({ people }) => people.actives);
  const known = ever.people.actives;
  const newcomers = known - earlier.people.actives;
  return {
    measures,
    known,
    activeRateBps: peopleRatioBps(actives, known),
    activeDaysTenths: activeTenthDaysPerPerson(daily, actives),
    stickinessBps: stickinessBps(daily, actives),
    newcomers,
    returning: actives - newcomers,
    dormant: notLost.people.actives - awake.people.actives,
    lost: known - notLost.people.actives,
  };
}
