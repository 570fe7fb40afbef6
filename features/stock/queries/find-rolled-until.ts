import type { MerchantTx } from "@/lib/db/in-merchant";

/** The Shanghai day from which on movements stand in no stock_day yet; null where none is written. */
export async function findRolledUntil(tx: MerchantTx, merchantId: string): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ day: string | null }[]>`
    select to_char(max(day) + 1, 'YYYY-MM-DD') as day from stock_day
    where merchant_id = ${merchantId}::uuid`;
  return row?.day ?? null;
}
