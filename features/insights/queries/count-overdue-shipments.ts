import { LATE_AFTER_HOURS } from "@/domain/metrics/voice";
import { liesInPart } from "@/features/insights/queries/lies-in-part";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const hourMs = 3_600_000;

/** Orders of a part made of whole orders that have not left now, although they were paid more than 48 hours ago. */
export async function countOverdueShipments(
  tx: MerchantTx,
  { merchantId, slice, now }: { merchantId: string; slice: Slice; now: Date },
): Promise<number> {
  const paidBefore = new Date(now.getTime() - LATE_AFTER_HOURS * hourMs);
  const { join, lies } = liesInPart.ofOrders(slice);
  // The state stands in the text and not among the values: only so is the index of what waits used; and what
  // waits is found before it is asked where it lies, or all orders would be read.
  const [row] = await tx.$queryRaw<{ orders: number }[]>`
    select count(*)::int as orders from (
      select * from orders
      where merchant_id = ${merchantId}::uuid and state = 'paid' and paid_at < ${paidBefore} offset 0) o ${join}
    where ${lies}`;
  return row?.orders ?? 0;
}
