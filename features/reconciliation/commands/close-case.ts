import { recordAudit } from "@/features/audit/commands/record-audit";
import type { CloseCaseInput } from "@/features/reconciliation/schema";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Ends a case with what was found out. It changes no amount: whatever has to be corrected is corrected
 * by a transfer of its own (money.md 3). Of two who close it at once the first one's words stay.
 */
export async function closeCase(
  staff: Pick<StaffScope, "merchantId" | "staffId">,
  { caseId, resolution }: CloseCaseInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "closed" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.reconciliationCase.updateMany({
      where: { merchantId, id: caseId, state: "open" },
      data: { state: "closed", closedAt: now, closedBy: staffId, resolution },
    });
    if (count === 0) {
      const known = await tx.reconciliationCase.count({ where: { merchantId, id: caseId } });
      return { ok: false, reason: known === 0 ? "not_found" : "closed" };
    }
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "reconciliation.close",
      objectKind: "reconciliation_case",
      objectId: caseId,
      details: { resolution },
      now,
    });
    return { ok: true };
  });
}
