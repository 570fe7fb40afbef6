import { SHARE_CHANNELS } from "@/domain/metrics/share-channels";
import type { DayWindow } from "@/domain/metrics/window";
import { readFigures } from "@/features/insights/queries/read-figures";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What came in a forecast's days: orders that came by shares, and their sales without freight. */
export type ForecastOutcome = { orders: number; salesFen: bigint };

/** What came by shares in each of the windows, in their order. */
export async function readForecastOutcomes(
  tx: MerchantTx,
  { merchantId, windows }: { merchantId: string; windows: readonly DayWindow[] },
): Promise<ForecastOutcome[]> {
  const outcomes = windows.map((): ForecastOutcome => ({ orders: 0, salesFen: 0n }));
  const ofChannels = await Promise.all(
    SHARE_CHANNELS.map((key) =>
      readFigures(tx, { merchantId, slice: { kind: "channel", key }, windows }),
    ),
  );
  for (const figures of ofChannels) {
    for (const [at, outcome] of outcomes.entries()) {
      outcome.orders += figures[at]?.orders ?? 0;
      outcome.salesFen += figures[at]?.grossFen ?? 0n;
    }
  }
  return outcomes;
}
