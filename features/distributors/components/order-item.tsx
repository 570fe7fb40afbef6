import { Price } from "@/components/phone/price";
import { formatYuan } from "@/domain/money/format-yuan";
import type { DistributorOrderView } from "@/features/distributors/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** One order of a friend with what it brings: a promise until it is paid, a commission from then on. */
export function OrderItem({ order }: { order: DistributorOrderView }) {
  const promised = order.state === "awaiting_payment";
  const closed = order.state === "closed";
  return (
    <li className="px-4 py-3">
      <div className="flex items-baseline justify-between gap-3">
        <span>{order.customerName || mallText("distribution.someone")}</span>
        <span className="text-ink-soft text-sm">
          {mallText(`distribution.orders.states.${order.state}`)}
        </span>
      </div>
      <p className="text-ink-faint text-sm">
        {mallText("distribution.commissions.from", { orderNo: order.orderNo })}
        {" · "}
        {formatMoment(order.createdAt)}
        {" · "}
        {mallText(`distribution.orders.level${order.level}`)}
      </p>
      <dl className="mt-1 flex flex-wrap items-baseline gap-x-5">
        <Amount
          label={mallText("distribution.orders.goods")}
          fen={order.goodsFen}
          tone="text-ink"
        />
        {closed ? null : (
          <Amount
            label={mallText(`distribution.orders.${promised ? "promised" : "commission"}`)}
            fen={order.commissionFen}
            tone="text-leaf-deep"
          />
        )}
      </dl>
      {order.commissionFen > 0n && !promised && !closed ? (
        <a
          href={`/distribute/commissions?order=${order.orderNo}`}
          className="inline-flex min-h-11 items-center text-leaf text-sm underline underline-offset-4"
        >
          {mallText("distribution.orders.how")}
        </a>
      ) : null}
      {order.clawedBackFen > 0n ? (
        <p className="text-cinnabar-deep text-sm">
          {mallText("distribution.orders.takenBack", { yuan: formatYuan(order.clawedBackFen) })}
        </p>
      ) : null}
    </li>
  );
}

function Amount({ label, fen, tone }: { label: string; fen: bigint; tone: string }) {
  return (
    <div className="flex items-baseline gap-1.5">
      <dt className="text-ink-faint text-sm">{label}</dt>
      <dd>
        <Price fen={fen} size="sm" tone={tone} />
      </dd>
    </div>
  );
}
