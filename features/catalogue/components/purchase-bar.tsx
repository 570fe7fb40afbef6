"use client";

import { Button } from "@/components/phone/button";
import { CartBadge } from "@/components/phone/cart-badge";
import { Icon } from "@/components/phone/icon";
import type { PurchaseText } from "@/features/catalogue/components/purchase-text";

/** Always at hand at the bottom edge; both buttons lead to the choice first. */
export function PurchaseBar({
  text,
  soldOut,
  onOpen,
}: {
  text: PurchaseText;
  soldOut: boolean;
  onOpen: () => void;
}) {
  const place =
    "relative flex min-h-[44px] min-w-[44px] shrink-0 flex-col items-center justify-center px-1 text-ink-soft text-xs";
  return (
    <div className="fixed inset-x-0 bottom-0 z-20 mx-auto max-w-[480px] bg-card shadow-bar above-home-indicator">
      <div className="flex items-center gap-1.5 gutter pt-2">
        <a href="/" className={place}>
          <Icon name="home" className="size-[1.375rem]" />
          {text.home}
        </a>
        <a href="/cart" className={place}>
          <span className="relative">
            <Icon name="basket" className="size-[1.375rem]" />
            <CartBadge label={text.cart_count} />
          </span>
          {text.cart}
        </a>
        {soldOut ? (
          <Button look="quiet" className="ml-2 flex-1" disabled>
            {text.sold_out}
          </Button>
        ) : (
          <div className="ml-2 grid min-w-0 flex-1 grid-cols-[repeat(auto-fit,minmax(min(6rem,100%),1fr))] gap-2">
            <Button look="outline" className="px-2!" onClick={onOpen}>
              {text.add}
            </Button>
            <Button look="buy" className="px-2!" onClick={onOpen}>
              {text.buy}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}
