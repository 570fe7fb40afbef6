"use client";

import { useEffect, useRef, useState } from "react";
import {
  applyRefusal,
  type CheckoutState,
  type Quote,
  readQuote,
} from "@/features/orders/components/checkout-state";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/**
 * The checkout in the browser: one idempotency key per page, so that a double tap or a lost answer
 * finds the order that was placed; whatever is refused can be put right without typing anything again.
 */
export function useCheckout(quote: Quote, addressId: string | null, fromCart: boolean) {
  const [state, setState] = useState<CheckoutState>({ quote, faults: {}, formerPrices: {} });
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const busy = useRef(false);
  const key = useRef("");
  useEffect(() => {
    key.current ||= newKey();
  }, []);

  async function once(work: () => Promise<void>) {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    setProblem(null);
    await work();
    busy.current = false;
    setPending(false);
  }

  const submit = (note: string) =>
    once(async () => {
      const answer = await sendJson("POST", "/api/mall/checkout", {
        lines: state.quote.lines.map(({ skuId, quantity, unitPriceFen }) => ({
          skuId,
          quantity,
          seenUnitPriceFen: unitPriceFen.toString(),
        })),
        addressId,
        note,
        idempotencyKey: key.current,
        seenPayableFen: (state.quote.payableFen ?? 0n).toString(),
        fromCart,
      });
      if (answer.ok) {
        sessionStorage.removeItem(noteKey);
        location.replace(`/orders/${answer.body.orderNo}?pay=1`);
        // The page is leaving: the button stays busy until it is gone.
        return new Promise(() => {});
      }
      if (answer.reason === "not_signed_in") return signIn();
      setState(applyRefusal(state, answer.body));
      setProblem(phoneSentence(answer.reason, answer.values));
    });

  /** @param quantity 0 drops the line */
  const changeLine = (skuId: string, quantity: number) =>
    once(async () => {
      const lines = state.quote.lines
        .map((line) => (line.skuId === skuId ? { ...line, quantity } : line))
        .filter((line) => line.quantity > 0);
      if (lines.length === 0) return location.replace("/cart");
      const answer = await sendJson("POST", "/api/mall/checkout/quote", {
        addressId,
        lines: lines.map((line) => ({ skuId: line.skuId, quantity: line.quantity })),
      });
      const quoted = readQuote(answer.body);
      const { [skuId]: _settled, ...faults } = state.faults;
      // The line is put right even while another one still is not, which the server then says again.
      const next = { ...state, faults, quote: quoted ?? { ...state.quote, lines } };
      setState(quoted ? next : applyRefusal(next, answer.body));
      if (!answer.ok && answer.reason === "network") setProblem(phoneSentence("network"));
    });

  return { ...state, problem, pending, submit, changeLine };
}

export const noteKey = "renhe:checkout-note";

function signIn() {
  const back = `${location.pathname}${location.search}`;
  location.replace(`/api/wechat/oauth/start?returnTo=${encodeURIComponent(back)}`);
}

/** 32 hexadecimal digits. Not randomUUID: that is missing on pages without HTTPS. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
