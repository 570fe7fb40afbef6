import { recordAudit } from "@/features/audit/commands/record-audit";
import type { PayoutPolicyInput } from "@/features/merchants/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Puts a new version of the policy in force with other payout rules; the rest goes over as it is.
 * Withdrawals keep the version they were asked for under.
 */
export async function changePayoutPolicy(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: PayoutPolicyInput,
  now: Date,
): Promise<{ ok: true; version: number } | { ok: false; reason: "changed_meanwhile" }> {
  const { merchantId, staffId } = staff;
  const { seenVersion, ...terms } = input;
  return inMerchant(merchantId, async (tx) => {
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
