import { recordAudit } from "@/features/audit/commands/record-audit";
import type { PayoutPolicyInput } from "@/features/merchants/schema";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Puts a new version of the policy in force with other payout rules; the rest goes over as it is.
 * Withdrawals keep the version they were asked for under. The limit above which two people have to
 * agree is one of them: whoever could raise it unasked would need no second person.
 */
export async function changePayoutPolicy(
  staff: Pick<StaffScope, "merchantId" | "staffId" | "sessionId">,
  input: PayoutPolicyInput,
  now: Date,
): Promise<
  { ok: true; version: number } | { ok: false; reason: "changed_meanwhile" | "step_up_needed" }
> {
  const { merchantId, staffId, sessionId } = staff;
  const { seenVersion, ...terms } = input;
  return inMerchant(merchantId, async (tx) => {
    if (!(await hasSteppedUp(tx, { merchantId, sessionId, now }))) {
      return { ok: false, reason: "step_up_needed" };
    }
    const current = await tx.merchantPolicy.findFirstOrThrow({
      where: { merchantId },
      orderBy: { version: "desc" },
    });
    if (current.version !== seenVersion) return { ok: false, reason: "changed_meanwhile" };
    const version = seenVersion + 1;
    const { count } = await tx.merchantPolicy.createMany({
      data: [{ ...current, ...terms, version, createdAt: now, createdBy: staffId }],
      skipDuplicates: true,
    });
    // Two people saved at once: the second sees what the first one chose before choosing again.
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "merchant_policy.change_payouts",
      objectKind: "merchant",
      objectId: merchantId,
      details: {
        ...terms,
        payoutMinFen: terms.payoutMinFen.toString(),
        payoutApprovalLimitFen: terms.payoutApprovalLimitFen.toString(),
        payoutDailyCapFen: terms.payoutDailyCapFen.toString(),
        payoutDailyTotalFen: terms.payoutDailyTotalFen.toString(),
        version,
      },
      now,
    });
    return { ok: true, version };
  });
}
