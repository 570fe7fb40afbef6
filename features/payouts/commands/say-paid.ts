import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuditAction, AuditDetails } from "@/features/audit/schema";
import { endPayoutPaid } from "@/features/payouts/commands/end-payout-paid";
import type { Decider } from "@/features/payouts/commands/lock-for-decision";
import type { LockedPayout } from "@/features/payouts/commands/lock-payout";
import { isActiveStaff } from "@/features/staff/queries/is-active-staff";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { Prisma } from "@/prisma/generated/client";

export type SaidPaid =
  | { ok: true; state: "marked" | "paid" }
  | { ok: false; reason: "same_person" | "reference_differs" };

/**
 * One person says that a locked withdrawal was paid, and under which number; another one says the same with
 * the same number, and only then it is paid, out of the bank. The first may correct the number until then;
 * where the first one's account was disabled since, whoever comes next may, and a further person confirms.
 * @param said.action of the first one's entry in the audit trail
 * @param said.columns written when the second one says it
 */
export async function sayPaid(
  tx: MerchantTx,
  { merchantId, staffId }: Decider,
  payout: LockedPayout,
  said: {
    reference: string;
    action: AuditAction;
    details: AuditDetails;
    columns?: Prisma.PayoutUncheckedUpdateInput;
    now: Date;
  },
): Promise<SaidPaid> {
  const { reference, action, details, columns, now } = said;
  const { payoutId, markedBy, bankReference } = payout;
  const actor = { kind: "staff", id: staffId } as const;
  const differs = bankReference !== reference;
  const isFirst = markedBy === null || markedBy === staffId;
  if (isFirst || (differs && !(await isActiveStaff(tx, { merchantId, staffId: markedBy })))) {
    if (!differs) return { ok: false, reason: "same_person" };
    await tx.payout.update({
      where: { merchantId_id: { merchantId, id: payoutId } },
      data: { markedBy: staffId, markedAt: now, bankReference: reference },
    });
    const object = { objectKind: "payout", objectId: payoutId } as const;
    await recordAudit(tx, { merchantId, actor, action, ...object, details, now });
    return { ok: true, state: "marked" };
  }
  if (differs) return { ok: false, reason: "reference_differs" };
  const leftByBank = { ...payout, channel: "bank" } as const;
  const end = {
    merchantId,
    paidAt: now,
    columns: { ...columns, confirmedBy: staffId },
    actor,
    now,
  };
  await endPayoutPaid(tx, leftByBank, end);
  return { ok: true, state: "paid" };
}
