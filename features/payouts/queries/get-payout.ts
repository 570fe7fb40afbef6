import { isOfFormerNumber } from "@/features/payouts/queries/is-of-former-number";
import { listHistory } from "@/features/payouts/queries/list-history";
import { staffNames } from "@/features/payouts/queries/staff-names";
import { toPayoutView } from "@/features/payouts/queries/to-payout-view";
import { toTaxBreakdown } from "@/features/payouts/queries/to-tax-breakdown";
import type { PayoutDetailView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** One withdrawal opened on the desk; null when the shop has none of this id. */
export async function getPayout(
  tx: MerchantTx,
  question: { merchantId: string; payoutId: string },
): Promise<PayoutDetailView | null> {
  const { merchantId, payoutId } = question;
  const row = await tx.payout.findUnique({
    where: { merchantId_id: { merchantId, id: payoutId } },
    include: {
      taxRule: true,
      run: { select: { runNo: true } },
      distributor: { select: { displayName: true, payoutAccount: true } },
    },
  });
  if (row === null) return null;
  const account = row.distributor.payoutAccount;
  const names = await staffNames(tx, merchantId, [row.markedBy, row.confirmedBy]);
  return {
    ...toPayoutView(row),
    tax: toTaxBreakdown(row),
    policyVersion: row.policyVersion,
    jobTitle: row.jobTitle,
    remark: row.remark,
    approvedAt: row.approvedAt,
    sentAt: row.sentAt,
    confirmUntil: row.confirmUntil,
    attempts: row.attempts,
    nextStepAt: row.nextStepAt,
    wechatState: row.wechatState,
    failReason: row.failReason,
    transferBillNo: row.transferBillNo,
    runNo: row.run?.runNo ?? null,
    idNumberTail: account?.idNumberTail ?? "",
    bankName: account?.bankName ?? "",
    bankCardTail: account?.bankCardTail ?? "",
    bankReference: row.bankReference,
    markedBy: row.markedBy,
    markedByName: names(row.markedBy),
    markedAt: row.markedAt,
    isOfFormerNumber: await isOfFormerNumber(tx, merchantId, row),
    mchId: row.mchId,
    confirmedByName: names(row.confirmedBy),
    history: await listHistory(tx, { merchantId, objectKind: "payout", objectId: payoutId }),
  };
}
