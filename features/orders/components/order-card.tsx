import { Icon } from "@/components/phone/icon";
import { Price } from "@/components/phone/price";
import { KeyPicture } from "@/features/orders/components/key-picture";
import type { CustomerOrderSummary } from "@/features/orders/schema";
import { mallText } from "@/lib/i18n/mall-text";

const shownPictures = 4;

/** An order of the list: its state, what is in it, what it costs. */
export function OrderCard({ order }: { order: CustomerOrderSummary }) {
  const { orderNo, state, lines, quantity, payableFen, createdAt } = order;
  const [first] = lines;
  const isPaid = state !== "awaiting_payment" && state !== "closed";
  return (
    <a
      href={`/orders/${orderNo}`}
      className="block rounded-lg bg-card px-4 pt-3 pb-3.5 shadow-card active:bg-sunken"
    >
      <span className="flex items-center justify-between gap-3">
        <time dateTime={createdAt.toISOString()} className="text-ink-faint text-sm tabular-nums">
          {formatMoment(createdAt)}
        </time>
        <span className={`font-medium text-sm ${stateTone(state)}`}>
          {mallText(`mall.orders.state_${state}`)}
        </span>
      </span>
      <span className="mt-2.5 flex items-center gap-2">
        {lines.slice(0, shownPictures).map((line) => (
          <KeyPicture
            key={line.lineNo}
            storageKey={line.pictureKey}
            className="aspect-square w-[16vw] max-w-16 shrink-0 rounded-md"
          />
        ))}
        {lines.length === 1 && first ? (
          <span className="min-w-0 flex-1 pl-1">
            <span className="line-clamp-2 font-medium leading-snug">{first.productTitle}</span>
            <span className="block text-ink-soft text-sm">{first.optionName}</span>
          </span>
        ) : (
          <span className="flex-1" />
        )}
        <Icon name="forward" className="size-4 text-edge" />
      </span>
      <span className="mt-2.5 flex flex-wrap items-baseline justify-end gap-x-2 text-sm">
        <span className="text-ink-soft">{mallText("mall.orders.count", { count: quantity })}</span>
        <span>
          {mallText(isPaid ? "mall.orders.paid_total" : "mall.orders.payable_total")}{" "}
          <Price fen={payableFen} tone="text-ink" />
        </span>
      </span>
    </a>
  );
}

function stateTone(state: CustomerOrderSummary["state"]): string {
  if (state === "awaiting_payment") return "text-cinnabar";
  return state === "closed" || state === "refunded" ? "text-ink-faint" : "text-leaf";
}

const momentFormat = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  dateStyle: "medium",
  timeStyle: "short",
});

/** Day and minute in Shanghai. */
export function formatMoment(at: Date): string {
  return momentFormat.format(at);
}
