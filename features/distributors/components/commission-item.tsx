import { ListRow } from "@/components/phone/list-row";
import { Price } from "@/components/phone/price";
import { formatYuan } from "@/domain/money/format-yuan";
import type { CommissionView } from "@/features/commissions/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** One commission with what refunds have left of it; opens to where it comes from. */
export function CommissionItem({ commission }: { commission: CommissionView }) {
  const { commissionId, productTitle, optionName, orderNo, level, state, accruedAt } = commission;
  const { commissionFen, clawedBackFen } = commission;
  return (
    <li>
      <ListRow
        href={`/distribute/commissions/${commissionId}`}
        label={[productTitle, optionName].filter(Boolean).join(" ")}
        hint={[
          mallText("distribution.commissions.from", { orderNo }),
          formatMoment(accruedAt),
          mallText("distribution.commissions.level", { level: String(level) }),
          ...(clawedBackFen > 0n
            ? [mallText("distribution.orders.takenBack", { yuan: formatYuan(clawedBackFen) })]
            : []),
        ].join(" · ")}
        value={
          <>
            <Price fen={commissionFen - clawedBackFen} size="sm" tone="text-leaf-deep" />
            <span className="block text-sm">
              {mallText(`distribution.commissions.states.${state}`)}
            </span>
          </>
        }
      />
    </li>
  );
}
