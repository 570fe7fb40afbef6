import { Card } from "@/components/phone/card";
import { SectionHeading } from "@/components/phone/section-heading";
import { formatYuan } from "@/domain/money/format-yuan";
import type { RefundView } from "@/features/refunds/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** The refunds of a customer's order: how much, for what, how far, and when the money is there. */
export function RefundList({ refunds }: { refunds: readonly RefundView[] }) {
  if (refunds.length === 0) return null;
  return (
    <section className="gutter pt-4">
      <SectionHeading title={mallText("mall.refunds.title")} />
      <Card className="mt-2 divide-y divide-line">
        {refunds.map((refund) => (
          <Refund key={refund.outRefundNo} refund={refund} />
        ))}
      </Card>
    </section>
  );
}

function Refund({ refund }: { refund: RefundView }) {
  const { state, amountFen, freightFen, lines, reason, createdAt, succeededAt } = refund;
  const arrived = refund.paidElsewhere ? "arrived_elsewhere" : "arrived";
  const parts = lines.map((line) =>
    [
      line.productTitle,
      line.optionName,
      line.quantity > 0 ? `× ${line.quantity}` : "",
      `¥${formatYuan(line.amountFen)}`,
    ]
      .filter(Boolean)
      .join(" "),
  );
  if (freightFen > 0n) {
    parts.push(mallText("mall.refunds.freight", { yuan: formatYuan(freightFen) }));
  }
  return (
    <div className="space-y-1 px-4 py-3.5">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold tabular-nums">¥{formatYuan(amountFen)}</span>
        <span className={state === "success" ? "text-leaf-deep" : "text-straw"}>
          {mallText(`mall.refunds.state_${state}`)}
        </span>
      </p>
      {parts.map((part) => (
        <p key={part} className="text-ink-soft text-sm tabular-nums">
          {part}
        </p>
      ))}
      <p className="text-ink-soft text-sm">{mallText("mall.refunds.reason", { reason })}</p>
      <p className="text-ink-faint text-sm">
        {succeededAt
          ? mallText(`mall.refunds.${arrived}`, { moment: formatMoment(succeededAt) })
          : mallText(`mall.refunds.when_${state}`, { moment: formatMoment(createdAt) })}
      </p>
    </div>
  );
}
