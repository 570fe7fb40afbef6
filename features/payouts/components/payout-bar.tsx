import { BottomBar } from "@/components/phone/bottom-bar";
import { ButtonLink } from "@/components/phone/button";
import { Notice } from "@/components/phone/notice";
import { formatYuan } from "@/domain/money/format-yuan";
import { hasEnded } from "@/domain/payouts/payout-state";
import { CancelPayout } from "@/features/payouts/components/cancel-payout";
import { type ReceiptText, receiptText } from "@/features/payouts/components/receipt-text";
import { ReceiveButton } from "@/features/payouts/components/receive-button";
import type { OwnPayoutDetailView } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** The next step of a withdrawal: receive it, take it back, or ask again. */
export function PayoutBar({
  payout,
  servicePhone,
}: {
  payout: OwnPayoutDetailView;
  servicePhone: string;
}) {
  const { payoutNo, state, canCancel, trouble } = payout;
  const text = receiptText(formatYuan(payout.grossFen));
  const isOver = hasEnded(state) && state !== "paid";
  return (
    <BottomBar>
      <div className="flex w-full flex-wrap gap-3">
        {state === "awaiting_confirmation" ? <Receipt payout={payout} text={text} /> : null}
        {servicePhone ? (
          <ButtonLink look="quiet" href={`tel:${servicePhone}`} className="flex-1">
            {mallText("distribution.withdrawal.detail.call")}
          </ButtonLink>
        ) : null}
        {canCancel ? <CancelPayout payoutNo={payoutNo} text={text} /> : null}
        {isOver && trouble === "name_mismatch" ? (
          <ButtonLink look="outline" href="/distribute/payouts/account" className="flex-1">
            {mallText("distribution.withdrawal.detail.toAccount")}
          </ButtonLink>
        ) : null}
        {isOver ? (
          <ButtonLink href="/distribute/payouts/new" className="flex-1">
            {mallText("distribution.withdrawal.detail.again")}
          </ButtonLink>
        ) : null}
      </div>
    </BottomBar>
  );
}

/** The button, or why it is not there: frozen, or the shop's payouts stand still. */
function Receipt({ payout, text }: { payout: OwnPayoutDetailView; text: ReceiptText }) {
  if (payout.confirmation) return <ReceiveButton payoutNo={payout.payoutNo} text={text} />;
  return <Notice className="w-full">{mallText("distribution.withdrawal.detail.heldUp")}</Notice>;
}
