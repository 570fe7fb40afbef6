"use client";

import { Button, ButtonLink } from "@/components/phone/button";
import { Notice } from "@/components/phone/notice";
import { Price } from "@/components/phone/price";
import { calculateCartTotal, canBuyLine } from "@/domain/orders/cart-line-state";
import { CartLineRow } from "@/features/carts/components/cart-line-row";
import type { CartText } from "@/features/carts/components/cart-text";
import { useCart } from "@/features/carts/components/use-cart";
import type { CartLineView } from "@/features/carts/schema";
import { fillText } from "@/lib/i18n/fill-text";

/** The lines of the cart and, at the bottom edge, what they cost and the way to the checkout. */
export function CartScreen({
  lines: initial,
  text,
}: {
  lines: readonly CartLineView[];
  text: CartText;
}) {
  const { lines, fault, pending, setQuantity, setRemoved } = useCart(initial);
  const present = lines.filter(({ removed }) => !removed);
  const buyable = present.filter(canBuyLine);
  const leftOut = present.length - buyable.length;
  const count = buyable.reduce((sum, { quantity }) => sum + quantity, 0);
  return (
    <>
      <div className="gutter pt-2 pb-6">
        <ul className="divide-y divide-line rounded-lg bg-card shadow-card">
          {lines.map((line) => (
            <li key={line.skuId}>
              <CartLineRow
                line={line}
                text={text}
                onQuantity={(quantity) => void setQuantity(line.skuId, quantity)}
                onRemoved={(removed) => void setRemoved(line, removed)}
              />
            </li>
          ))}
        </ul>
        {leftOut > 0 ? (
          <p className="pt-3 text-ink-soft text-sm">
            {fillText(text.left_out, { count: leftOut })}
          </p>
        ) : null}
      </div>
      <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 mt-auto border-line border-t bg-card gutter py-2">
        {fault ? (
          <Notice tone="bad" live className="mb-2">
            {fault}
          </Notice>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <p className="leading-tight">
            <span className="text-sm">{text.total} </span>
            <Price fen={calculateCartTotal(present)} size="lg" />
            <span className="block text-ink-faint text-xs">{text.freight_later}</span>
          </p>
          {count > 0 && !pending ? (
            <ButtonLink href="/checkout" look="buy">
              {fillText(text.checkout, { count })}
            </ButtonLink>
          ) : (
            <Button look="buy" pending={pending} disabled>
              {count > 0 ? fillText(text.checkout, { count }) : text.nothing_buyable}
            </Button>
          )}
        </div>
      </div>
    </>
  );
}
