import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { SectionHeading } from "@/components/phone/section-heading";
import { formatYuan, showYuan } from "@/domain/money/format-yuan";
import type { ClawBackView } from "@/features/ledger/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** What refunds have taken back of a commission, each with its reason; nothing where none did. */
export function ClawBackList({ clawBacks }: { clawBacks: readonly ClawBackView[] }) {
  if (clawBacks.length === 0) return null;
  return (
    <section>
      <SectionHeading title={mallText("distribution.commission.clawBacks")} />
      <Card className="mt-2 divide-y divide-line">
        {clawBacks.map(({ refundId, reason, at, amountFen, debtFen }) => (
          <ListRow
            key={refundId}
            label={mallText("distribution.commission.clawBackReason", { reason })}
            hint={[
              formatMoment(at),
              ...(debtFen > 0n
                ? [mallText("distribution.commission.clawBackDebt", { yuan: formatYuan(debtFen) })]
                : []),
            ].join(" · ")}
            value={showYuan(-amountFen)}
          />
        ))}
      </Card>
    </section>
  );
}
