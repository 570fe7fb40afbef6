import { type MeasuredPart, type MeasuredPlan, measurePlan } from "@/domain/forecast/measured-plan";
import { addDays } from "@/domain/metrics/calendar-day";
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
const whole = { kind: "all", key: "" } as const;

/** The shop's own figures, and the 90 days before today in which they were measured. */
export type MeasuredForecast = MeasuredPlan & { window: DayWindow };

/**
 * A shop's own rates of the last 90 days as the plan of a forecast.
 * @param days how many days the forecast speaks of
 */
export async function measureForecast(
  tx: MerchantTx,
  { merchantId, days, now }: { merchantId: string; days: number; now: Date },
): Promise<MeasuredForecast> {
  const today = shanghaiDay(now);
  const window = { from: addDays(today, -MEASURED_DAYS), to: today };
  const askPart = async (slice: Slice): Promise<MeasuredPart> => {
    const asked = { merchantId, slice, windows: [window] };
    const questions = ["visitors", "converted"] as const;
    const [[figures], [people]] = await Promise.all([
      readFigures(tx, asked),
      readPeople(tx, { ...asked, questions }),
    ]);
    if (!figures || !people) throw new Error("a window without measures");
    return { figures, people };
  };
  const questions = ["sharers", "brought", "resharers"] as const;
  const asked = { merchantId, slice: whole, windows: [window], questions };
  const [shop, shares, [people], { depths }, { fixedCostPerDayFen }] = await Promise.all([
    askPart(whole),
    Promise.all(SHARE_CHANNELS.map((key) => askPart({ kind: "channel", key }))),
    readPeople(tx, asked),
    readSpread(tx, { merchantId, window, now }),
    getAnalyticsSetting(tx, { merchantId }),
  ]);
  if (!people) throw new Error("a window without people");
  const spread = { days: MEASURED_DAYS, people, deepestHop: depths.length };
  return { ...measurePlan({ spread, shares, shop, fixedCostPerDayFen }, days), window };
}
