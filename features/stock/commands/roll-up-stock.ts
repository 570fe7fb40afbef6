import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { writeOpenDay } from "@/features/stock/commands/write-open-day";
import { findRolledUntil } from "@/features/stock/queries/find-rolled-until";
import { listStraySkus } from "@/features/stock/queries/list-stray-skus";
import { stockDayColumns } from "@/features/stock/queries/stock-day-columns";
import { stockDayRows } from "@/features/stock/queries/stock-day-rows";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** A movement is written within seconds of its moment: after this long it is counted, and a day is over. */
const gatherMs = 10 * 60_000;
/** The first run over years of movements is one statement. */
const timeoutMs = 600_000;

/**
 * Writes the stock's days that are over since the last run, and anew those of SKUs that no longer fit
 * what lies on the shelf, which only happens where a movement came later than it may; and how all SKUs stand on
 * the day that is not over.
 * @param run.anew forgets all days first; the result is the same
 * @returns how many days of SKUs were written
 */
export async function rollUpStock(
  merchantId: AuthorizedMerchantId,
  run: { now: Date; anew?: boolean },
): Promise<{ written: number }> {
  const until = new Date(run.now.getTime() - gatherMs);
  const untilDay = shanghaiDay(until);
  return inMerchant(
    merchantId,
    async (tx) => {
      // One run at a time: two would both build upon the same last day.
      await tx.$queryRaw`
        select pg_advisory_xact_lock(hashtextextended('stock_day:' || ${merchantId}, 0))::text`;
      if (run.anew) {
        await tx.stockDay.deleteMany({ where: { merchantId } });
        await tx.stockDayOpen.deleteMany({ where: { merchantId } });
      }
      const fromDay = await findRolledUntil(tx, merchantId);
      let written = await write(tx, { merchantId, fromDay, untilDay, skuIds: null });
      const skuIds = await listStraySkus(tx, merchantId);
      if (skuIds.length > 0) {
        await tx.stockDay.deleteMany({ where: { merchantId, skuId: { in: skuIds } } });
        written += await write(tx, { merchantId, fromDay: null, untilDay, skuIds });
      }
      await writeOpenDay(tx, { merchantId, until });
      return { written };
    },
    { timeoutMs },
  );
}

async function write(
  tx: MerchantTx,
  span: {
    merchantId: string;
    fromDay: string | null;
    untilDay: string;
    skuIds: readonly string[] | null;
  },
): Promise<number> {
  const { merchantId, untilDay, skuIds } = span;
  const fromDay = span.fromDay ?? earliestDay;
  if (fromDay >= untilDay) return 0;
  const from = shanghaiDayRange(fromDay).from;
  const until = shanghaiDayRange(addDays(untilDay, -1)).to;
  return tx.$executeRaw`${plannedAnew}
    insert into stock_day (merchant_id, ${stockDayColumns()})
    select ${merchantId}::uuid, r.* from (${stockDayRows({ merchantId, fromDay, from, until, skuIds })}) r
    -- The SKUs of a day lie together, as they are asked: not so those that are written for years at once.
    order by r.day, r.sku_id`;
}

/** Before any movement. */
const earliestDay = "2000-01-01";
