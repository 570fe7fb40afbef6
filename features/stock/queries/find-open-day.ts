import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** The day that is not over, and the moment up to which its movements stand in stock_day_open. */
export type OpenDay = { day: string; countedUntil: Date };

/**
 * How far the roll-up came: stock_day holds all days before the open one. Null where it never ran. The
 * moment's rows are there for half an hour after the next one came, so that whoever read it finds them.
 */
export async function findOpenDay(tx: MerchantTx, merchantId: string): Promise<OpenDay | null> {
  const [row] = await tx.$queryRaw<{ until: Date | null }[]>`
    select max(counted_until) as until from stock_day_open where merchant_id = ${merchantId}::uuid`;
  const countedUntil = row?.until ?? null;
  return countedUntil && { day: shanghaiDay(countedUntil), countedUntil };
}
