import { ListRow } from "@/components/phone/list-row";
import { Price } from "@/components/phone/price";
import type { CommissionView } from "@/features/commissions/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** One commission; opens to where it comes from. */
export function CommissionItem({ commission }: { commission: CommissionView }) {
  const { commissionId, productTitle, optionName, orderNo, level, state, accruedAt } = commission;
  return (
    <li>
      <ListRow
        href={`/distribute/commissions/${commissionId}`}
        label={[productTitle, optionName].filter(Boolean).join(" ")}
        hint={[
          mallText("distribution.commissions.from", { orderNo }),
          formatMoment(accruedAt),
          mallText("distribution.commissions.level", { level: String(level) }),
        ].join(" · ")}
        value={
          <>
            <Price fen={commission.commissionFen} size="sm" tone="text-leaf-deep" />
            <span className="block text-sm">
              {mallText(`distribution.commissions.states.${state}`)}
            </span>
          </>
        }
      />
    </li>
  );
}
