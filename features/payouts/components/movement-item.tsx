import { ListRow } from "@/components/phone/list-row";
import { formatYuan } from "@/domain/money/format-yuan";
import type { AvailableMovementView } from "@/features/ledger/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** One change of what can be withdrawn; opens to the commission or withdrawal behind it. */
export function MovementItem({ movement }: { movement: AvailableMovementView }) {
  const { amountFen, debtFen } = movement;
  const isIncome = amountFen > 0n;
  return (
    <li>
      <ListRow
        href={hrefOf(movement)}
        label={titleOf(movement)}
        hint={hintOf(movement)}
        value={
          amountFen === 0n ? (
            <span className="text-cinnabar-deep text-sm">
              {mallText("distribution.withdrawal.movements.debtGrows", {
                yuan: formatYuan(debtFen),
              })}
            </span>
          ) : (
            <span
              className={`font-semibold tabular-nums ${isIncome ? "text-leaf-deep" : "text-ink"}`}
            >
              {isIncome ? "+" : "-"}¥{formatYuan(isIncome ? amountFen : -amountFen)}
            </span>
          )
        }
      />
    </li>
  );
}

const codes = [
  "commission_settled",
  "commission_clawed_back",
  "commission_clawed_back_as_debt",
  "debt_netted",
  "payout_held",
  "payout_voided",
] as const;

function titleOf({ code }: AvailableMovementView): string {
  const known = codes.find((one) => one === code) ?? "other";
  return mallText(`distribution.withdrawal.movements.codes.${known}`);
}

function hintOf(movement: AvailableMovementView): string {
  const { createdAt, productTitle, orderNo, payoutNo, refundReason } = movement;
  return [
    formatMoment(createdAt),
    productTitle,
    orderNo ? mallText("distribution.withdrawal.movements.order", { orderNo }) : null,
    payoutNo ? mallText("distribution.withdrawal.movements.payout", { payoutNo }) : null,
    refundReason
      ? mallText("distribution.withdrawal.movements.refund", { reason: refundReason })
      : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
}

function hrefOf({ commissionId, payoutNo }: AvailableMovementView): string | undefined {
  if (payoutNo) return `/distribute/payouts/${payoutNo}`;
  return commissionId ? `/distribute/commissions/${commissionId}` : undefined;
}
