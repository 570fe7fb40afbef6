import { LATE_AFTER_HOURS } from "@/domain/metrics/voice";
import type { MerchantTx } from "@/lib/db/in-merchant";

const hourMs = 3_600_000;

/** Orders that have not left now, although they were paid more than 48 hours ago. */
export async function countOverdueShipments(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<number> {
  const paidBefore = new Date(now.getTime() - LATE_AFTER_HOURS * hourMs);
  return tx.order.count({ where: { merchantId, state: "paid", paidAt: { lt: paidBefore } } });
}
