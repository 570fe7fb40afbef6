import type { AuditHistoryEntry } from "@/features/audit/schema";
import { staffNames } from "@/features/payouts/queries/staff-names";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What the audit trail says about one object, newest first. */
export async function listHistory(
  tx: MerchantTx,
  question: { merchantId: string; objectKind: string; objectId: string },
): Promise<AuditHistoryEntry[]> {
  const entries = await tx.auditEntry.findMany({
    where: question,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: 100,
  });
  const ids = entries.map(({ actorKind, actorId }) => (actorKind === "staff" ? actorId : null));
  const names = await staffNames(tx, question.merchantId, ids);
  return entries.map(({ at, action, actorKind, actorId, details }) => ({
    at,
    action,
    actorKind,
    actorName: actorKind === "staff" ? names(actorId) : "",
    reason: reasonOf(details),
  }));
}

function reasonOf(details: unknown): string {
  if (typeof details !== "object" || details === null) return "";
  const reason: unknown = Reflect.get(details, "reason");
  return typeof reason === "string" ? reason : "";
}
