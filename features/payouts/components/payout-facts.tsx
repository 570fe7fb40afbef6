import { Card } from "@/components/phone/card";
import { Icon } from "@/components/phone/icon";
import { ListRow } from "@/components/phone/list-row";
import { SectionHeading } from "@/components/phone/section-heading";
import { formatYuan } from "@/domain/money/format-yuan";
import { describeTax } from "@/features/payouts/components/describe-tax";
import { withheldYuan } from "@/features/payouts/components/withheld-yuan";
import type { OwnPayoutDetailView } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay, formatMoment } from "@/lib/i18n/shanghai-time";

/** What was asked for, withheld and paid, how the tax came about, and the numbers to name to the shop. */
export function PayoutFacts({ payout }: { payout: OwnPayoutDetailView }) {
  const { payoutNo, channel, grossFen, taxFen, netFen, tax, requestedAt, dueAt } = payout;
  return (
    <section>
      <SectionHeading title={mallText("distribution.withdrawal.detail.money")} />
      <Card className="mt-2 divide-y divide-line">
        <ListRow label={label("gross")} value={`¥${formatYuan(grossFen)}`} />
        <ListRow label={label("tax")} value={withheldYuan(taxFen)} />
        <ListRow label={label("net")} value={`¥${formatYuan(netFen)}`} />
        <details className="px-4">
          <summary className="flex min-h-13 items-center gap-1 text-leaf">
            {mallText("distribution.withdrawal.request.how")}
            <Icon name="down" className="size-4" />
          </summary>
          <ol className="list-decimal space-y-1 pb-3 pl-5 text-ink-soft text-sm">
            {describeTax(tax, taxFen).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ol>
        </details>
      </Card>
      <Card className="mt-4 divide-y divide-line">
        <ListRow
          label={label("channel")}
          value={mallText(`distribution.withdrawal.request.channels.${channel}`)}
        />
        <ListRow label={label("requestedAt")} value={formatMoment(requestedAt)} />
        <ListRow label={label("dueAt")} value={formatDay(dueAt)} />
        <ListRow
          label={label("payoutNo")}
          value={<span className="select-all tabular-nums">{payoutNo}</span>}
        />
      </Card>
    </section>
  );
}

type Label = "gross" | "tax" | "net" | "channel" | "requestedAt" | "dueAt" | "payoutNo";

function label(key: Label): string {
  return mallText(`distribution.withdrawal.detail.${key}`);
}
