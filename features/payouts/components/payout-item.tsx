import { ListRow } from "@/components/phone/list-row";
import { Price } from "@/components/phone/price";
import { formatYuan } from "@/domain/money/format-yuan";
import type { OwnPayoutView } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** One withdrawal of the history; opens to its progress. */
export function PayoutItem({ payout }: { payout: OwnPayoutView }) {
  const { payoutNo, channel, state, grossFen, taxFen, netFen, requestedAt } = payout;
  const taxed = mallText("distribution.withdrawal.list.net", {
    net: formatYuan(netFen),
    tax: formatYuan(taxFen),
  });
  return (
    <li>
      <ListRow
        href={`/distribute/payouts/${payoutNo}`}
        label={mallText(`distribution.withdrawal.request.channels.${channel}`)}
        hint={[formatMoment(requestedAt), ...(taxFen > 0n ? [taxed] : [])].join(" · ")}
        value={
          <span className="block text-right">
            <Price fen={grossFen} size="sm" tone="text-ink" />
            <span className={`block text-sm ${toneOf(state)}`}>
              {mallText(`distribution.withdrawal.states.${state}`)}
            </span>
          </span>
        }
      />
    </li>
  );
}

function toneOf(state: OwnPayoutView["state"]): string {
  if (state === "paid") return "text-leaf";
  if (state === "awaiting_confirmation") return "font-medium text-straw";
  return state === "failed" || state === "expired" || state === "refused"
    ? "text-cinnabar-deep"
    : "text-ink-soft";
}
