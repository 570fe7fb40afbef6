import { LATE_AFTER_HOURS } from "@/domain/metrics/voice";
import type { MerchantTx } from "@/lib/db/in-merchant";

const hourMs = 3_600_000;

/** Orders that have not left now, although they were paid more than 48 hours ago. */
export async function countOverdueShipments(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<number> {
  const paidBefore = new Date(now.getTime() - LATE_AFTER_HOURS * hourMs);
  // The state stands in the text and not among the values: only so is the index of what waits used.
  const [row] = await tx.$queryRaw<{ orders: number }[]>`
    select count(*)::int as orders from orders
    where merchant_id = ${merchantId}::uuid and state = 'paid' and paid_at < ${paidBefore}`;
  return row?.orders ?? 0;
}
