import type { SavedForecast } from "@/features/forecasts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * The forecasts that were saved: those whose days are over, the latest first, and those whose days are
 * not, the soonest first; of each no more than `limit`.
 * @param today the Shanghai day
 */
export async function listForecasts(
  tx: MerchantTx,
  { merchantId, today, limit }: { merchantId: string; today: string; limit: number },
): Promise<{ over: SavedForecast[]; open: SavedForecast[] }> {
  const day = new Date(today);
  const over = await tx.forecast.findMany({
    where: { merchantId, toDay: { lte: day } },
    orderBy: [{ toDay: "desc" }, { id: "desc" }],
    take: limit,
  });
  const open = await tx.forecast.findMany({
    where: { merchantId, toDay: { gt: day } },
    orderBy: [{ toDay: "asc" }, { id: "asc" }],
    take: limit,
  });
  return { over: over.map(toSaved), open: open.map(toSaved) };
}

type Row = Awaited<ReturnType<MerchantTx["forecast"]["findMany"]>>[number];

function toSaved(row: Row): SavedForecast {
  const { id, title, fromDay, toDay, orders, salesFen, ...rest } = row;
  const { merchantId, savedBy, savedAt, ...plan } = rest;
  const window = { from: dayOf(fromDay), to: dayOf(toDay) };
  return { forecastId: id, title, window, plan, orders, salesFen };
}

const dayOf = (date: Date) => date.toISOString().slice(0, 10);
