"use client";

import { useEffect, useState } from "react";
import { fillText } from "@/lib/i18n/fill-text";

/**
 * Sent on `window` by whoever changed the cart, so that the number follows. Where something was laid in,
 * a CustomEvent whose detail is the number of pieces.
 */
export const cartChangedEvent = "renhe:cart";

/**
 * How many pieces lie in the cart. The page itself is the same for everybody, so the number comes
 * after it, and again when the page returns from the browser's back/forward cache.
 */
export function CartBadge({ label }: { label: string }) {
  const [count, setCount] = useState(0);
  useEffect(() => {
    const ask = () => void fetchCartCount().then(setCount);
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) ask();
    };
    ask();
    addEventListener("pageshow", onShow);
    addEventListener(cartChangedEvent, ask);
    return () => {
      removeEventListener("pageshow", onShow);
      removeEventListener(cartChangedEvent, ask);
    };
  }, []);
  if (count === 0) return null;
  return (
    <span className="absolute -top-1.5 left-3.5 min-w-[1.25rem] whitespace-nowrap rounded-full bg-cinnabar px-1 text-center font-semibold text-[0.6875rem] text-white leading-[1.25rem]">
      <span aria-hidden="true">{count > 99 ? "99+" : count}</span>
      <span className="sr-only">{fillText(label, { count })}</span>
    </span>
  );
}

/** A badge is not worth an error message: without an answer there is none. */
async function fetchCartCount(): Promise<number> {
  try {
    const response = await fetch("/api/mall/cart?view=count");
    const body: unknown = response.ok ? await response.json() : null;
    const count = body !== null && typeof body === "object" && "count" in body ? body.count : 0;
    return typeof count === "number" ? count : 0;
  } catch {
    return 0;
  }
}
