"use client";

import { useCallback, useRef, useState } from "react";
import { cartChangedEvent } from "@/components/phone/cart-badge";
import { decideCartLineState } from "@/domain/orders/cart-line-state";
import type { CartLineView } from "@/features/carts/schema";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

export type CartLine = CartLineView & { removed: boolean };

/**
 * The cart in the browser. A change shows at once and is sent after the one before it; when the
 * server refuses, the line goes back to what the server holds and `fault` says why.
 */
export function useCart(initial: readonly CartLineView[]) {
  const [lines, setLines] = useState<CartLine[]>(() =>
    initial.map((line) => ({ ...line, removed: false })),
  );
  const [fault, setFault] = useState<string | null>(null);
  const [sending, setSending] = useState(0);
  const held = useRef(new Map(initial.map(({ skuId, quantity }) => [skuId, quantity])));
  const wanted = useRef(new Map(held.current));
  const underWay = useRef(new Set<string>());

  const show = useCallback((skuId: string, change: Partial<CartLine>) => {
    setLines((all) => all.map((line) => (line.skuId === skuId ? changed(line, change) : line)));
  }, []);

  const setQuantity = useCallback(
    async (skuId: string, quantity: number) => {
      wanted.current.set(skuId, quantity);
      show(skuId, { quantity });
      if (underWay.current.has(skuId)) return;
      underWay.current.add(skuId);
      setSending((count) => count + 1);
      setFault(null);
      while (wanted.current.get(skuId) !== held.current.get(skuId)) {
        const next = wanted.current.get(skuId) ?? 1;
        const answer = await sendJson("PATCH", "/api/mall/cart", { skuId, quantity: next });
        if (answer.ok) {
          held.current.set(skuId, next);
        } else {
          const before = held.current.get(skuId) ?? 1;
          const { left } = answer.body;
          wanted.current.set(skuId, before);
          show(skuId, { quantity: before, ...(typeof left === "number" ? { left } : {}) });
          setFault(phoneSentence(answer.reason, answer.values));
        }
      }
      underWay.current.delete(skuId);
      setSending((count) => count - 1);
      dispatchEvent(new Event(cartChangedEvent));
    },
    [show],
  );

  const setRemoved = useCallback(
    async (line: CartLine, removed: boolean) => {
      const { skuId, quantity, seenUnitPriceFen } = line;
      setFault(null);
      setSending((count) => count + 1);
      show(skuId, { removed });
      const answer = removed
        ? await sendJson("DELETE", "/api/mall/cart", { skuId })
        : await sendJson("POST", "/api/mall/cart", {
            skuId,
            quantity,
            seenUnitPriceFen: seenUnitPriceFen.toString(),
          });
      setSending((count) => count - 1);
      if (answer.ok) return void dispatchEvent(new Event(cartChangedEvent));
      show(skuId, { removed: !removed });
      setFault(phoneSentence(answer.reason, answer.values));
    },
    [show],
  );

  return { lines, fault, pending: sending > 0, setQuantity, setRemoved };
}

/** The line with its state told anew; a line that was taken down stays so. */
function changed(line: CartLine, change: Partial<CartLine>): CartLine {
  const next = { ...line, ...change };
  return { ...next, state: decideCartLineState({ ...next, onSale: line.state !== "taken_down" }) };
}
