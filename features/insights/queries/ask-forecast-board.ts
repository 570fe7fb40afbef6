import { type Backtest, backtest } from "@/domain/forecast/backtest";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { listForecasts } from "@/features/forecasts/queries/list-forecasts";
import { type SavedForecast, USUAL_DAYS } from "@/features/forecasts/schema";
import {
  type MeasuredForecast,
  measureForecast,
} from "@/features/insights/queries/measure-forecast";
import {
  type ForecastOutcome,
  readForecastOutcomes,
} from "@/features/insights/queries/read-forecast-outcomes";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** So many past forecasts are held against what came, and so many are shown that still run. */
const LISTED = 20;

export type PastForecast = SavedForecast & { actual: ForecastOutcome };

export type ForecastBoard = {
  measured: MeasuredForecast;
  /** Those whose days are over, the latest first, and how far they were off together. */
  over: PastForecast[];
  off: { orders: Backtest; sales: Backtest };
  open: SavedForecast[];
};

/**
 * Everything that the forecast (F36) takes from the database: the shop's measured rates, and what was
 * forecast before with what came of it.
 * @param days how many days a new forecast is to speak of
 */
export async function askForecastBoard(
  tx: MerchantTx,
  { merchantId, now, days = USUAL_DAYS }: { merchantId: string; now: Date; days?: number },
): Promise<ForecastBoard> {
  const today = shanghaiDay(now);
  const [measured, { over, open }] = await Promise.all([
    measureForecast(tx, { merchantId, days, now }),
    listForecasts(tx, { merchantId, today, limit: LISTED }),
  ]);
  const windows = over.map(({ window }) => window);
  const outcomes = await readForecastOutcomes(tx, { merchantId, windows });
  const past = over.map((forecast, at) => ({
    ...forecast,
    actual: outcomes[at] ?? { orders: 0, salesFen: 0n },
  }));
  return {
    measured,
    over: past,
    off: {
      orders: backtest(
        past.map(({ orders, actual }) => ({
          forecast: BigInt(orders),
          actual: BigInt(actual.orders),
        })),
      ),
      sales: backtest(
        past.map(({ salesFen, actual }) => ({ forecast: salesFen, actual: actual.salesFen })),
      ),
    },
    open,
  };
}
