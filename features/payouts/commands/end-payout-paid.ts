import { planPayoutPaid } from "@/domain/ledger/plan-payout-transfers";
import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import type { LockedPayout } from "@/features/payouts/commands/lock-payout";
import type { MerchantTx } from "@/lib/db/in-merchant";
import type { Prisma } from "@/prisma/generated/client";

/** Ends a locked withdrawal as paid: what was held leaves, its tax is owed to the tax office. */
export async function endPayoutPaid(
  tx: MerchantTx,
  payout: LockedPayout,
  end: {
    merchantId: string;
    /** When the money arrived. */
    paidAt: Date;
    columns: Prisma.PayoutUncheckedUpdateInput;
    actor: AuditActor;
    now: Date;
  },
): Promise<void> {
  const { merchantId, paidAt, columns, actor, now } = end;
  const { payoutId } = payout;
  await tx.payout.update({
    where: { merchantId_id: { merchantId, id: payoutId } },
    data: { ...columns, state: "paid", paidAt, endedAt: now, failReason: "", nextStepAt: null },
  });
  await recordAudit(tx, {
    merchantId,
    actor,
    action: "payout.paid",
    objectKind: "payout",
    objectId: payoutId,
    details: { netFen: payout.netFen.toString() },
    now,
  });
  await postTransfers(tx, { merchantId, drafts: planPayoutPaid(payout), now });
}
