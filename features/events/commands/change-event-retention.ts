import { recordAudit } from "@/features/audit/commands/record-audit";
import type { EventRetentionInput } from "@/features/events/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** From the next night on the merchant's events are kept for so many months. */
export async function changeEventRetention(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  { retentionMonths }: EventRetentionInput,
  now: Date,
): Promise<void> {
  const { merchantId, staffId } = staff;
  await inMerchant(merchantId, async (tx) => {
    await tx.eventSetting.upsert({
      where: { merchantId },
      create: { merchantId, retentionMonths },
      update: { retentionMonths },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "event_setting.change",
      objectKind: "merchant",
      objectId: merchantId,
      details: { retentionMonths },
      now,
    });
  });
}
