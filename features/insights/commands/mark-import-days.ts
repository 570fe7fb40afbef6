import type { MerchantTx } from "@/lib/db/in-merchant";

/** Marks the days of an order history's import, in the transaction that brings or takes back its orders. */
export async function markImportDays(
  tx: MerchantTx,
  { merchantId, importId, now }: { merchantId: string; importId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select distinct ${merchantId}::uuid, 'facts'::dirty_what, (sold_at at time zone 'Asia/Shanghai')::date,
      ${now}::timestamptz
    from history_order where merchant_id = ${merchantId}::uuid and import_id = ${importId}::uuid
    on conflict do nothing`;
}
