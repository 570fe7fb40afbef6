import { recordAudit } from "@/features/audit/commands/record-audit";
import type { ProfileInput } from "@/features/merchants/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** Changes what the shop says about itself on every page. */
export async function saveProfile(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: ProfileInput,
  now: Date,
): Promise<void> {
  const { merchantId, staffId } = staff;
  await inMerchant(merchantId, async (tx) => {
    await tx.merchantProfile.update({ where: { merchantId }, data: input });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "merchant_profile.change",
      objectKind: "merchant",
      objectId: merchantId,
      now,
    });
  });
}
