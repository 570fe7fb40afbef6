import { recordAudit } from "@/features/audit/commands/record-audit";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

type Outcome = { ok: true } | { ok: false; reason: "not_found" };

/** Takes a tag from a customer; one who has it no more is left as they are. */
export async function untagCustomer(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  { customerId, tag }: { customerId: string; tag: string },
  now: Date,
): Promise<Outcome> {
  return inMerchant(merchantId, async (tx): Promise<Outcome> => {
    const isKnown = (await tx.customer.count({ where: { merchantId, id: customerId } })) > 0;
    if (!isKnown) return { ok: false, reason: "not_found" };
    const { count } = await tx.customerTag.deleteMany({ where: { merchantId, customerId, tag } });
    if (count === 0) return { ok: true };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "customer.untag",
      objectKind: "customer",
      objectId: customerId,
      details: {},
      now,
    });
    return { ok: true };
  });
}
