import type { Measures } from "@/domain/metrics/measures";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { previousWindow } from "@/domain/metrics/window";
import { presetWindow } from "@/domain/metrics/window-preset";
import { readMeasures } from "@/features/insights/queries/read-measures";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the list of boards shows: the last 30 days of the whole shop and the 30 before. */
export async function askBoardIndex(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<{ measures: Measures; before: Measures }> {
  const window = presetWindow("last_30_days", shanghaiDay(now));
  const [measures, before] = await readMeasures(tx, {
    merchantId,
    slice: { kind: "all", key: "" },
    windows: [window, previousWindow(window)],
  });
  if (!measures || !before) throw new Error("a window without measures");
  return { measures, before };
}
