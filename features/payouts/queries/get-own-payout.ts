import { canBeCancelled, type PayoutState } from "@/domain/payouts/payout-state";
import { findCancelWords } from "@/features/payouts/queries/find-cancel-words";
import { getPayoutStop } from "@/features/payouts/queries/get-payout-stop";
import { ownPayoutSelect } from "@/features/payouts/queries/own-payout-select";
import { toOwnPayoutView } from "@/features/payouts/queries/to-own-payout-view";
import { toTaxBreakdown } from "@/features/payouts/queries/to-tax-breakdown";
import type { OwnPayoutDetailView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * One of a distributor's own withdrawals; null for anybody else's. The package that opens WeChat's
 * confirmation is handed out only while it may be confirmed: not to somebody who is frozen, and not
 * while the shop's payouts stand still.
 */
export async function getOwnPayout(
  tx: MerchantTx,
  question: { merchantId: string; distributorId: string; payoutNo: string },
): Promise<OwnPayoutDetailView | null> {
  const { merchantId, distributorId, payoutNo } = question;
  const row = await tx.payout.findFirst({
    where: { merchantId, distributorId, payoutNo },
    select: {
      ...ownPayoutSelect,
      id: true,
      approvedAt: true,
      sentAt: true,
      confirmUntil: true,
      packageInfo: true,
      appId: true,
      mchId: true,
      taxMonth: true,
      taxPriorGrossFen: true,
      taxPriorTaxFen: true,
      taxRule: true,
      distributor: { select: { payoutsFrozenAt: true } },
    },
  });
  if (row === null) return null;
  const { distributor, appId, mchId, packageInfo, approvedAt, sentAt, confirmUntil } = row;
  const isHeldUp =
    distributor.payoutsFrozenAt !== null || (await getPayoutStop(tx, merchantId)) !== null;
  const view = toOwnPayoutView(row);
  const isTakenBack = view.trouble === "cancelled_by_merchant";
  const canConfirm = isConfirmable(row.state) && packageInfo !== "" && !isHeldUp;
  return {
    ...view,
    note: isTakenBack ? await findCancelWords(tx, { merchantId, payoutId: row.id }) : view.note,
    tax: toTaxBreakdown(row),
    approvedAt,
    sentAt,
    confirmUntil,
    confirmation: canConfirm ? { mchId, appId, packageInfo } : null,
    canCancel: canBeCancelled(row.state),
  };
}

/** WeChat lets a confirmation that it is not sure of be opened once more. */
function isConfirmable(state: PayoutState): boolean {
  return state === "awaiting_confirmation" || state === "transferring";
}
