import { recordAudit } from "@/features/audit/commands/record-audit";
import type { PolicyInput } from "@/features/merchants/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

type Staff = { merchantId: AuthorizedMerchantId; staffId: string };

type ChangedPolicy =
  | { ok: true; version: number }
  | { ok: false; reason: "changed_meanwhile" | "level2_not_confirmed" };

/**
 * Puts a new version of the merchant's policy in force. Orders keep the version they were placed
 * under. Level 2 is switched on only by somebody who confirms having taken advice, and the row says
 * who that was.
 */
export async function changePolicy(
  staff: Staff,
  input: PolicyInput,
  now: Date,
): Promise<ChangedPolicy> {
  const { merchantId, staffId } = staff;
  const { seenVersion, level2Confirmed, ...terms } = input;
  return inMerchant(merchantId, async (tx) => {
    const current = await tx.merchantPolicy.findFirstOrThrow({
      where: { merchantId },
      orderBy: { version: "desc" },
    });
    if (current.version !== seenVersion) return { ok: false, reason: "changed_meanwhile" };
    if (terms.level2Enabled && !current.level2Enabled && !level2Confirmed) {
      return { ok: false, reason: "level2_not_confirmed" };
    }
    const version = seenVersion + 1;
    const keptConfirmation = current.level2Enabled ? current.level2ConfirmedBy : staffId;
    const level2ConfirmedBy = terms.level2Enabled ? keptConfirmation : null;
    const { count } = await tx.merchantPolicy.createMany({
      data: [
        // What the form does not show, the payout rules, goes over as it is.
        { ...current, ...terms, version, level2ConfirmedBy, createdAt: now, createdBy: staffId },
      ],
      skipDuplicates: true,
    });
    // Two people saved at once: the second sees what the first one chose before choosing again.
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "merchant_policy.change",
      objectKind: "merchant",
      objectId: merchantId,
      details: { ...terms, version },
      now,
    });
    return { ok: true, version };
  });
}
