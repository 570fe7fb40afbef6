import { type MeasuredPart, type MeasuredPlan, measurePlan } from "@/domain/forecast/measured-plan";
import { addDays } from "@/domain/metrics/calendar-day";
import { K_DAYS } from "@/domain/metrics/k7";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { SHARE_CHANNELS } from "@/domain/metrics/share-channels";
import type { DayWindow } from "@/domain/metrics/window";
import { getAnalyticsSetting } from "@/features/insights/queries/get-analytics-setting";
import { readFigures } from "@/features/insights/queries/read-figures";
import { readPeople } from "@/features/insights/queries/read-people";
import { readSpread } from "@/features/insights/queries/read-spread";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const MEASURED_DAYS = 90;

export type MeasuredForecast = MeasuredPlan & {
  /** Of visitors and orders: the 90 days before today. */
  salesWindow: DayWindow;
  /** Of who brought whom: the last 90 days whose people have all had their 7 days. */
  treeWindow: DayWindow;
};

/**
 * A shop's own rates of the last 90 days as the plan of a forecast.
 * @param days how many days the forecast speaks of: the fixed cost is by day
 */
export async function measureForecast(
  tx: MerchantTx,
  { merchantId, days, now }: { merchantId: string; days: number; now: Date },
): Promise<MeasuredForecast> {
  const today = shanghaiDay(now);
  const salesWindow = windowBefore(today);
  const treeWindow = windowBefore(addDays(today, -K_DAYS));
  const measurePart = async (slice: Slice): Promise<MeasuredPart> => {
    const asked = { merchantId, slice, windows: [salesWindow] };
    const [figures] = await readFigures(tx, asked);
    const questions = ["visitors", "converted"] as const;
    const [people] = await readPeople(tx, { ...asked, questions });
    if (!figures || !people) throw new Error("a window without measures");
    return { figures, people };
  };
  const shop = await measurePart({ kind: "all", key: "" });
  const shares: MeasuredPart[] = [];
  for (const key of SHARE_CHANNELS) shares.push(await measurePart({ kind: "channel", key }));
  const { k7, depths } = await readSpread(tx, { merchantId, window: treeWindow, now });
  const { fixedCostPerDayFen } = await getAnalyticsSetting(tx, { merchantId });
  const newlyBrought = depths.reduce((sum, people) => sum + people, 0);
  const measured = measurePlan({
    tree: {
      ownComers: k7.ok ? Math.max(0, k7.people - newlyBrought) : 0,
      kBps: k7.ok ? k7.kBps : null,
      deepestHop: depths.length,
    },
    shares,
    shop,
    fixedCostFen: fixedCostPerDayFen * BigInt(days),
  });
  return { ...measured, salesWindow, treeWindow };
}

const windowBefore = (to: string): DayWindow => ({ from: addDays(to, -MEASURED_DAYS), to });
