import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Marks the days that fees from a bill are of: those on which their orders were paid, and their refunds
 * succeeded. Called in the transaction that books the fees.
 * @param fees ids of payments or refunds
 */
export async function markFeeDays(
  tx: MerchantTx,
  { merchantId, fees, now }: { merchantId: string; fees: readonly { id: string }[]; now: Date },
): Promise<void> {
  const ids = fees.map(({ id }) => id);
  await tx.$executeRaw`${plannedAnew}
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select distinct ${merchantId}::uuid, 'facts'::dirty_what, (at at time zone 'Asia/Shanghai')::date, ${now}::timestamptz
    from (
      select o.paid_at as at from payment p
      join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id
      where p.merchant_id = ${merchantId}::uuid and p.id = any(${ids}::uuid[])
      union all
      select succeeded_at from refund where merchant_id = ${merchantId}::uuid and id = any(${ids}::uuid[])) touched
    where at is not null
    on conflict do nothing`;
}
