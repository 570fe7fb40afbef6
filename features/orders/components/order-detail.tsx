import { Card } from "@/components/phone/card";
import { Icon } from "@/components/phone/icon";
import { Price } from "@/components/phone/price";
import { formatYuan } from "@/domain/money/format-yuan";
import { KeyPicture } from "@/features/orders/components/key-picture";
import { MoneyRows } from "@/features/orders/components/money-rows";
import { formatMoment } from "@/features/orders/components/order-card";
import type { CustomerOrderView, OrderLineView } from "@/features/orders/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** Receiver, goods, money and how the order came to where it is. */
export function OrderDetail({ order }: { order: CustomerOrderView }) {
  const { receiver, lines, note } = order;
  const { province, city, district, detail } = receiver;
  return (
    <div className="space-y-3 gutter pt-4">
      <Card className="flex gap-3 px-4 py-3.5">
        <Icon name="pin" className="mt-0.5 size-5 text-leaf" />
        <div className="min-w-0">
          <p className="font-semibold">
            {receiver.name}{" "}
            <span className="whitespace-nowrap font-normal text-ink-soft tabular-nums">
              {receiver.phone}
            </span>
          </p>
          <p className="text-ink-soft text-sm">
            {[province, city === province ? "" : city, district, detail].filter(Boolean).join(" ")}
          </p>
        </div>
      </Card>
      <Card className="divide-y divide-line">
        {lines.map((line) => (
          <LineRow key={line.lineNo} line={line} />
        ))}
      </Card>
      <Card className="space-y-1.5 px-4 py-3.5">
        <Money order={order} />
      </Card>
      <Card className="px-4 py-3.5 text-sm">
        <dl className="space-y-1.5">
          <Fact label={mallText("mall.orders.order_no")} value={order.orderNo} />
          {note ? <Fact label={mallText("mall.orders.note")} value={note} /> : null}
          {order.moments.map(({ kind, at }) => (
            <Fact
              key={`${kind} ${at.getTime()}`}
              label={mallText(`mall.orders.${kind}`)}
              value={formatMoment(at)}
            />
          ))}
        </dl>
      </Card>
    </div>
  );
}

function LineRow({ line }: { line: OrderLineView }) {
  return (
    <a href={`/p/${line.productSlug}`} className="flex gap-3 p-3.5 active:bg-sunken">
      <KeyPicture
        storageKey={line.pictureKey}
        className="aspect-square w-[18vw] max-w-18 shrink-0 self-start rounded-md"
      />
      <span className="min-w-0 flex-1">
        <span className="line-clamp-2 font-medium leading-snug">{line.productTitle}</span>
        {line.optionName ? (
          <span className="block text-ink-soft text-sm">{line.optionName}</span>
        ) : null}
        <span className="flex flex-wrap items-baseline justify-between gap-x-3">
          <Price fen={line.unitPriceFen} tone="text-ink" />
          <span className="text-ink-soft tabular-nums">× {line.quantity}</span>
        </span>
      </span>
    </a>
  );
}

function Money({ order }: { order: CustomerOrderView }) {
  const { state, goodsFen, freightFen, payableFen, refundedFen } = order;
  const isPaid = state !== "awaiting_payment" && state !== "closed";
  return (
    <>
      <MoneyRows
        goods={{ label: mallText("mall.checkout.goods"), fen: goodsFen }}
        freight={{
          label: mallText("mall.checkout.freight"),
          fen: freightFen,
          free: mallText("mall.checkout.free"),
        }}
      />
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-t pt-2">
        <span>{mallText(isPaid ? "mall.orders.paid_total" : "mall.orders.payable_total")}</span>
        <Price fen={payableFen} size="lg" />
      </p>
      {refundedFen > 0n ? (
        <p className="flex justify-between text-ink-soft">
          <span>{mallText("mall.orders.refunded")}</span>
          <span className="tabular-nums">¥{formatYuan(refundedFen)}</span>
        </p>
      ) : null}
    </>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex gap-x-4">
      <dt className="w-[5em] shrink-0 text-ink-faint">{label}</dt>
      <dd className="min-w-0 flex-1 select-all tabular-nums">{value}</dd>
    </div>
  );
}
