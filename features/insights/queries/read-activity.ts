import { addDays, countDays } from "@/domain/metrics/calendar-day";
import {
  activeTenthDaysPerPerson,
  DORMANT_DAYS,
  LOST_DAYS,
  stickinessBps,
} from "@/domain/metrics/customer-activity";
import type { Measures } from "@/domain/metrics/measures";
import { EVER } from "@/domain/metrics/people-lists";
import { peopleRatioBps } from "@/domain/metrics/people-ratio";
import { type DayWindow, listDays } from "@/domain/metrics/window";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { readPeople } from "@/features/insights/queries/read-people";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

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

/** How lively the people of a part of the shop were in a window (analytics.md, board 1). */
export async function readActivity(
  tx: MerchantTx,
  of: { merchantId: string; slice: Slice },
  window: DayWindow,
): Promise<Activity> {
  const { from, to } = window;
  const monthFrom = addDays(to, -DORMANT_DAYS);
  const isLong = countDays(from, to) > DORMANT_DAYS;
  const days = listDays({ from: isLong ? from : monthFrom, to });
  const windows = [
    { from: EVER, to },
    { from: EVER, to: from },
    { from: monthFrom, to },
    { from: addDays(to, -LOST_DAYS), to },
    ...days.map((day) => ({ from: day, to: addDays(day, 1) })),
  ];
  const [[measures], read] = await Promise.all([
    readMeasures(tx, { ...of, windows: [window] }),
    readPeople(tx, { ...of, windows, questions: ["actives"] }),
  ]);
  const [ever, earlier, awake, notLost, ...each] = read.map(({ actives }) => actives);
  if (!measures || ever === undefined || earlier === undefined) throw new Error(missing);
  if (awake === undefined || notLost === undefined) throw new Error(missing);
  const daily = each.slice(-countDays(from, to));
  return toActivity(measures, {
    ...{ ever, earlier, awake, notLost, daily },
    monthly: each.slice(-DORMANT_DAYS),
  });
}

/** @param known actives of everybody's windows, of each day, and of the last 30 days, awake by definition */
function toActivity(
  measures: Measures,
  known: Record<"ever" | "earlier" | "awake" | "notLost", number> &
    Record<"daily" | "monthly", number[]>,
): Activity {
  const { actives } = measures.people;
  const newcomers = known.ever - known.earlier;
  return {
    measures,
    known: known.ever,
    activeRateBps: peopleRatioBps(actives, known.ever),
    activeDaysTenths: activeTenthDaysPerPerson(known.daily, actives),
    stickinessBps: stickinessBps(known.monthly, known.awake),
    newcomers,
    returning: actives - newcomers,
    dormant: known.notLost - known.awake,
    lost: known.ever - known.notLost,
  };
}
