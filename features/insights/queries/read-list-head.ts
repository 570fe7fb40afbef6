import { type ListBehind, type ListedMetric, metricsOfList } from "@/domain/metrics/list-of-metric";
import type { Measures } from "@/domain/metrics/measures";
import { PEOPLE_STATES } from "@/domain/metrics/people-lists";
import { countNewBuyers } from "@/features/insights/queries/count-new-buyers";
import { type Activity, readActivity } from "@/features/insights/queries/read-activity";
import { readDistributorDays } from "@/features/insights/queries/read-distributor-days";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const ofActivity: readonly ListedMetric[] = ["activeRate", ...PEOPLE_STATES];

/** What the head of a list is measured from; activity only where the list has figures of it. */
export type ListHead = {
  measures: Measures;
  activity: Activity | null;
  /** Of the distributor asked, or of all; null where the list is of something else. */
  newBuyers: number | null;
};

/** The figures that a list belongs to, as its board reads them: its rows add up to them. */
export async function readListHead(
  tx: MerchantTx,
  { merchantId, behind, request }: { merchantId: string; behind: ListBehind; request: ReadBoard },
): Promise<ListHead> {
  const { window, slice } = request;
  const of = { merchantId, slice };
  if (metricsOfList(behind).some((metric) => ofActivity.includes(metric))) {
    const activity = await readActivity(tx, of, window);
    return { measures: activity.measures, activity, newBuyers: null };
  }
  const [measures] = await readMeasures(tx, { ...of, windows: [window] });
  if (!measures) throw new Error("a window without measures");
  const newBuyers =
    behind.list === "newBuyers" ? await readNewBuyers(tx, merchantId, request) : null;
  return { measures, activity: null, newBuyers };
}

async function readNewBuyers(
  tx: MerchantTx,
  merchantId: string,
  { window, slice }: ReadBoard,
): Promise<number | null> {
  if (slice.kind === "all")
    return (await readDistributorDays(tx, { merchantId, window })).newBuyers;
  if (slice.kind !== "distributor") return null;
  return countNewBuyers(tx, { merchantId, distributorId: slice.key, window });
}
