import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AssignCaseInput } from "@/features/reconciliation/schema";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** Gives an open case to somebody of the shop who still works there, or to nobody. */
export async function assignCase(
  staff: Pick<StaffScope, "merchantId" | "staffId">,
  { caseId, ownerId }: AssignCaseInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "closed" | "no_such_person" }> {
  const { merchantId } = staff;
  return inMerchant(merchantId, async (tx) => {
    if (ownerId !== null) {
      const where = { merchantId, id: ownerId, disabledAt: null };
      if ((await tx.staff.count({ where })) === 0) return { ok: false, reason: "no_such_person" };
    }
    const { count } = await tx.reconciliationCase.updateMany({
      where: { merchantId, id: caseId, state: "open" },
      data: { ownerId },
    });
    if (count === 0) {
      const known = await tx.reconciliationCase.count({ where: { merchantId, id: caseId } });
      return { ok: false, reason: known === 0 ? "not_found" : "closed" };
    }
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staff.staffId },
      action: "reconciliation.assign",
      objectKind: "reconciliation_case",
      objectId: caseId,
      details: { ownerId },
      now,
    });
    return { ok: true };
  });
}
