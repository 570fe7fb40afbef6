import type { AuditAction, AuditDetails } from "@/features/audit/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/** Who acted. `id` is the customer's or staff member's; the system and WeChat have none. */
export type AuditActor = { kind: "customer" | "staff" | "system" | "wechat"; id?: string };

/**
 * Writes who did what to what, in the transaction that does it: one statement.
 * `details` hold ids, numbers (fen as strings) and reasons, never names, phones or addresses.
 */
export async function recordAudit<Details extends AuditDetails>(
  tx: MerchantTx,
  entry: {
    merchantId: string;
    actor: AuditActor;
    action: AuditAction;
    objectKind: string;
    objectId: string;
    details?: Details & { [Other in Exclude<keyof Details, keyof AuditDetails>]: never };
    now: Date;
  },
): Promise<void> {
  const { merchantId, actor, action, objectKind, objectId, details, now } = entry;
  await tx.auditEntry.createMany({
    data: [
      {
        merchantId,
        id: newId(),
        at: now,
        actorKind: actor.kind,
        actorId: actor.id ?? null,
        action,
        objectKind,
        objectId,
        details: details ?? {},
      },
    ],
  });
}
