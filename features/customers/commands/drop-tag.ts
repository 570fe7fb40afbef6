import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Takes a tag from everybody who has it, in one statement. @returns from how many */
export async function dropTag(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  tag: string,
  now: Date,
): Promise<{ ok: true; customers: number }> {
  return inMerchant(merchantId, async (tx) => {
    const { count: customers } = await tx.customerTag.deleteMany({ where: { merchantId, tag } });
    if (customers > 0) {
      await recordAudit(tx, {
        merchantId,
        actor: { kind: "staff", id: staffId },
        action: "customer_tag.drop",
        objectKind: "merchant",
        objectId: merchantId,
        details: { customers },
        now,
      });
    }
    return { ok: true, customers };
  });
}
