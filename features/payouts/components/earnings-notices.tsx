import { ButtonLink } from "@/components/phone/button";
import { Notice } from "@/components/phone/notice";
import { formatYuan } from "@/domain/money/format-yuan";
import type { OwnPayoutDetailView, PayoutDesk } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** What needs an explanation or a step: money that waits for its owner, a debt, a pause. */
export function EarningsNotices({
  desk,
  open,
}: {
  desk: PayoutDesk;
  open: OwnPayoutDetailView | null;
}) {
  const { debtFen, frozenReason, isStopped } = desk;
  return (
    <>
      {open ? <OpenPayout payout={open} /> : null}
      {debtFen > 0n ? (
        <Notice tone="careful">
          <p className="font-semibold">{say("debtTitle", { yuan: formatYuan(debtFen) })}</p>
          <p>
            {say("debtWhy")}
            {say("debtNext")}
          </p>
        </Notice>
      ) : null}
      {frozenReason === null ? null : (
        <Notice tone="bad">
          <p className="font-semibold">{say("frozenTitle")}</p>
          {frozenReason ? <p>{say("frozenReason", { reason: frozenReason })}</p> : null}
        </Notice>
      )}
      {isStopped ? <Notice>{say("stopped")}</Notice> : null}
    </>
  );
}

function OpenPayout({ payout }: { payout: OwnPayoutDetailView }) {
  const { payoutNo, state, netFen, confirmUntil } = payout;
  const href = `/distribute/payouts/${payoutNo}`;
  if (state !== "awaiting_confirmation") {
    return (
      <Notice>
        <a href={href} className="flex min-h-11 flex-wrap items-center justify-between gap-x-3">
          <span>
            {say("openPayout")}：{mallText(`distribution.withdrawal.states.${state}`)}
          </span>
          <span className="underline underline-offset-4">{say("openPayoutSee")}</span>
        </a>
      </Notice>
    );
  }
  return (
    <Notice tone="careful">
      <p className="font-semibold">{say("confirmTitle", { yuan: formatYuan(netFen) })}</p>
      {confirmUntil ? <p>{say("confirmUntil", { moment: formatMoment(confirmUntil) })}</p> : null}
      <ButtonLink look="buy" href={href} className="mt-2 w-full">
        {say("confirmOpen")}
      </ButtonLink>
    </Notice>
  );
}

type Key =
  | "debtTitle"
  | "debtWhy"
  | "debtNext"
  | "frozenTitle"
  | "frozenReason"
  | "stopped"
  | "openPayout"
  | "openPayoutSee"
  | "confirmTitle"
  | "confirmUntil"
  | "confirmOpen";

function say(key: Key, values: Record<string, string> = {}): string {
  return mallText(`distribution.withdrawal.earnings.${key}`, values);
}
