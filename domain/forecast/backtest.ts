import { ratioBps } from "../metrics/compare";
import type { Bps } from "../money/fen";

/** A figure (fen or a count) as it was forecast and as it came, once the forecast's days are over. */
export type PastForecast = { forecast: bigint; actual: bigint };

/**
 * How far past forecasts were off. `offBps` is Σ |forecast − actual| ÷ Σ actual: large and small ones
 * weigh by what they came to, and too much does not make up for too little. `leanBps` is
 * Σ (forecast − actual) ÷ Σ actual: above 0 they promised too much. Null where nothing came.
 */
export type Backtest = { forecasts: number; offBps: Bps | null; leanBps: Bps | null };

/** Holds past forecasts of one figure against what came. Throws RangeError for a negative actual. */
export function backtest(past: readonly PastForecast[]): Backtest {
  let off = 0n;
  let lean = 0n;
  let actuals = 0n;
  for (const { forecast, actual } of past) {
    if (actual < 0n) throw new RangeError(`nothing comes to ${actual}`);
    const error = forecast - actual;
    off += error < 0n ? -error : error;
    lean += error;
    actuals += actual;
  }
  return {
    forecasts: past.length,
    offBps: ratioBps(off, actuals),
    leanBps: ratioBps(lean, actuals),
  };
}
