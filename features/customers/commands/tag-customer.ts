import { recordAudit } from "@/features/audit/commands/record-audit";
import { tagCustomers } from "@/features/customers/commands/tag-customers";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

type Outcome = { ok: true } | { ok: false; reason: "not_found" | "too_many_tags" };

/**
 * Puts a tag on a customer; one who has it already keeps it. The words stay out of the audit trail, which is
 * never changed: they may tell who somebody is.
 */
export async function tagCustomer(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  { customerId, tag }: { customerId: string; tag: string },
  now: Date,
): Promise<Outcome> {
  return inMerchant(merchantId, async (tx): Promise<Outcome> => {
    const where = { merchantId, id: customerId, erasedAt: null };
    if ((await tx.customer.count({ where })) === 0) return { ok: false, reason: "not_found" };
    const among = Prisma.sql`select ${customerId}::uuid`;
    const tagged = await tagCustomers(tx, { merchantId, tag, among, now });
    if (!tagged.ok || tagged.added === 0) return tagged.ok ? { ok: true } : tagged;
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "customer.tag",
      objectKind: "customer",
      objectId: customerId,
      details: {},
      now,
    });
    return { ok: true };
  });
}
