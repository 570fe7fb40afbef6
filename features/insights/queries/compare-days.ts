import { ratioBps } from "@/domain/metrics/compare";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { countBuyers } from "@/features/insights/queries/count-buyers";
import { countPaidOrders } from "@/features/insights/queries/count-paid-orders";
import { countVisitors } from "@/features/insights/queries/count-visitors";
import { sumNetSales } from "@/features/insights/queries/sum-net-sales";
import { sumPromisedCommission } from "@/features/insights/queries/sum-promised-commission";
import type { DayFigures, Window } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const dayMs = 86_400_000;

/** Today's figures until now, and yesterday's until the same time of the day. */
export async function compareDays(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<{ today: DayFigures; yesterday: DayFigures }> {
  const { from } = shanghaiDayRange(shanghaiDay(now));
  const before = { from: new Date(from.getTime() - dayMs), to: new Date(now.getTime() - dayMs) };
  return {
    today: await readFigures(tx, { merchantId, from, to: now }),
    yesterday: await readFigures(tx, { merchantId, ...before }),
  };
}

async function readFigures(tx: MerchantTx, window: Window): Promise<DayFigures> {
  const buyers = await countBuyers(tx, window);
  const visitors = await countVisitors(tx, window);
  return {
    orders: await countPaidOrders(tx, window),
    netSalesFen: await sumNetSales(tx, window),
    buyers,
    visitors,
    conversionBps: ratioBps(buyers, visitors),
    commissionFen: await sumPromisedCommission(tx, window),
  };
}
