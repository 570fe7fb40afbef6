"use client";

import { Button } from "@/components/phone/button";
import { Icon } from "@/components/phone/icon";
import { Picture, PicturePlaceholder } from "@/components/phone/picture";
import { Price } from "@/components/phone/price";
import { Stepper } from "@/components/phone/stepper";
import { formatYuan } from "@/domain/money/format-yuan";
import { canBuyLine } from "@/domain/orders/cart-line-state";
import { MAX_LINE_QUANTITY } from "@/domain/orders/quantity";
import type { CartText } from "@/features/carts/components/cart-text";
import type { CartLine } from "@/features/carts/components/use-cart";
import { fillText } from "@/lib/i18n/fill-text";

/** One line: what it is, what has changed since it was put here, how many, and the way out. */
export function CartLineRow({
  line,
  text,
  onQuantity,
  onRemoved,
}: {
  line: CartLine;
  text: CartText;
  onQuantity: (quantity: number) => void;
  onRemoved: (removed: boolean) => void;
}) {
  if (line.removed) return <RemovedLine line={line} text={text} onUndo={() => onRemoved(false)} />;
  const { slug, title, optionName, picture, quantity, left, state } = line;
  const isThere = state !== "taken_down" && state !== "sold_out";
  return (
    <div className="flex gap-3 p-3">
      <a
        href={`/p/${slug}`}
        aria-label={title}
        className="block aspect-square w-[22vw] max-w-22 shrink-0 self-start"
      >
        {picture ? (
          <Picture
            picture={{ ...picture, alt: "" }}
            sizes="88px"
            className={`size-full rounded-md ${isThere ? "" : "opacity-60 saturate-50"}`}
          />
        ) : (
          <PicturePlaceholder className="size-full rounded-md" />
        )}
      </a>
      <div className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-start gap-1">
          <a href={`/p/${slug}`} className="min-w-0 flex-1 py-0.5">
            <span className="line-clamp-2 font-medium leading-snug">{title}</span>
            {optionName ? <span className="block text-ink-soft text-sm">{optionName}</span> : null}
          </a>
          <button
            type="button"
            aria-label={`${text.remove} ${title} ${optionName}`}
            onClick={() => onRemoved(true)}
            className="-mt-1.5 -mr-2 grid size-[44px] shrink-0 place-items-center rounded-full text-ink-faint active:bg-sunken"
          >
            <Icon name="trash" className="size-5" />
          </button>
        </div>
        <LineChange line={line} text={text} onQuantity={onQuantity} />
        <div className="mt-auto flex flex-wrap items-center justify-between gap-x-2 gap-y-1 pt-1.5">
          <Price fen={line.unitPriceFen} tone={canBuyLine(line) ? undefined : "text-ink-faint"} />
          {isThere ? (
            <Stepper
              value={quantity}
              max={Math.min(Math.max(left, 1), MAX_LINE_QUANTITY)}
              labels={{
                less: `${text.less} ${title} ${optionName}`,
                more: `${text.more} ${title} ${optionName}`,
                quantity: fillText(text.quantity_of, { title: `${title} ${optionName}` }),
              }}
              onChange={onQuantity}
            />
          ) : null}
        </div>
      </div>
    </div>
  );
}

/** What has changed since the line was put into the cart, said in so many words. */
function LineChange({
  line,
  text,
  onQuantity,
}: {
  line: CartLine;
  text: CartText;
  onQuantity: (quantity: number) => void;
}) {
  const { state, left, unitPriceFen, seenUnitPriceFen } = line;
  if (state === "as_seen") return null;
  const change = unitPriceFen - seenUnitPriceFen;
  const difference = formatYuan(change < 0n ? -change : change);
  const tone = state === "price_fell" ? "text-leaf" : "text-cinnabar";
  return (
    <div className={`flex flex-wrap items-center gap-x-3 text-sm ${tone}`}>
      <p>{fillText(text[state], { left, difference })}</p>
      {state === "too_few_left" ? (
        <button
          type="button"
          className="min-h-11 font-medium text-leaf underline underline-offset-4"
          onClick={() => onQuantity(left)}
        >
          {fillText(text.take_left, { left })}
        </button>
      ) : null}
    </div>
  );
}

function RemovedLine({
  line,
  text,
  onUndo,
}: {
  line: CartLine;
  text: CartText;
  onUndo: () => void;
}) {
  return (
    <div className="flex items-center justify-between gap-3 py-2 pr-3 pl-4 text-ink-soft text-sm">
      <p role="status" className="min-w-0">
        {fillText(text.removed, { title: line.title })}
      </p>
      <Button look="quiet" className="shrink-0" onClick={onUndo}>
        {text.undo}
      </Button>
    </div>
  );
}
