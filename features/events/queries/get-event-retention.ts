import { usualRetentionMonths } from "@/features/events/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** For how many months a merchant keeps the events of its pages. */
export async function getEventRetention(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<number> {
  const row = await tx.eventSetting.findUnique({ where: { merchantId } });
  return row?.retentionMonths ?? usualRetentionMonths;
}
