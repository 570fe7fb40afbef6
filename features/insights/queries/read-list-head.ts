import { type ListBehind, type ListedMetric, metricsOfList } from "@/domain/metrics/list-of-metric";
import type { Measures } from "@/domain/metrics/measures";
import { PEOPLE_STATES } from "@/domain/metrics/people-lists";
import { type Activity, readActivity } from "@/features/insights/queries/read-activity";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const ofActivity: readonly ListedMetric[] = ["activeRate", ...PEOPLE_STATES];

/** What the head of a list is measured from; activity only where the list has figures of it. */
export type ListHead = { measures: Measures; activity: Activity | null };

/** The figures that a list belongs to, as its board reads them: its rows add up to them. */
export async function readListHead(
  tx: MerchantTx,
  { merchantId, behind, request }: { merchantId: string; behind: ListBehind; request: ReadBoard },
): Promise<ListHead> {
  const { window, slice } = request;
  const of = { merchantId, slice };
  if (metricsOfList(behind).some((metric) => ofActivity.includes(metric))) {
    const activity = await readActivity(tx, of, window);
    return { measures: activity.measures, activity };
  }
  const [measures] = await readMeasures(tx, { ...of, windows: [window] });
  if (!measures) throw new Error("a window without measures");
  return { measures, activity: null };
}
