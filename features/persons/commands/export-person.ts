import { recordAudit } from "@/features/audit/commands/record-audit";
import { collectCustomer } from "@/features/persons/queries/collect-customer";
import { collectDistributor } from "@/features/persons/queries/collect-distributor";
import type { ExportedPerson } from "@/features/persons/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * All that the shop holds of a person who asked for it (PIPL art. 45), in one file and in the clear: only
 * shortly after the password was given again, and never without an entry in the audit trail.
 */
export async function exportPerson(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  customerId: string,
  now: Date,
): Promise<ExportedPerson> {
  const { merchantId, staffId, sessionId } = staff;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const who = { merchantId, customerId };
    const customer = await collectCustomer(tx, who);
    if (customer === null) return { ok: false, reason: "not_found" };
    const distributor = await collectDistributor(tx, who);
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "person.export",
      objectKind: "customer",
      objectId: customerId,
      now,
    });
    return { ok: true, json: toJson({ exportedAt: now, customer, distributor }) };
  });
}

/** Fen as text: a reader's numbers may not hold them. */
function toJson(content: unknown): string {
  const plain = (_key: string, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value;
  return JSON.stringify(content, plain, 2);
}
