"use client";

import { useEffect } from "react";
import { cartChangedEvent } from "@/components/phone/cart-badge";
import { pageActEvent } from "@/components/phone/page-act";
import type { EventKind } from "@/features/events/schema";

type Gathered = { id: string; kind: EventKind; at: number; productId?: string; amount?: number };

/** A glance that ends sooner than this was none, and the page is busy with more important things. */
const firstAfterMs = 1_000;

const acts: readonly EventKind[] = ["favourite", "share_set"];

/**
 * Tells the shop that this page was seen, for how long, and what was done on it. Nothing
 * of it keeps the page waiting, and nothing is shown when it fails. Without `crypto.randomUUID` (a page
 * without https) nothing is told.
 * @param kind what being here means
 */
export function PageEvents({
  kind = "view",
  productId,
}: {
  kind?: "view" | "checkout" | "share_set";
  productId?: string;
}) {
  useEffect(() => {
    if (!("randomUUID" in crypto)) return undefined;
    const waiting: Gathered[] = [];
    const about = productId === undefined ? {} : { productId };
    let seenSince = Date.now();
    const note = (what: EventKind, amount?: number) => {
      const extra = amount === undefined ? {} : { amount };
      waiting.push({ id: crypto.randomUUID(), kind: what, at: Date.now(), ...about, ...extra });
    };
    const flush = () => {
      if (waiting.length === 0) return;
      const body = JSON.stringify({ events: waiting.splice(0) });
      navigator.sendBeacon("/api/events", body);
    };
    const onVisibility = () => {
      if (document.visibilityState === "visible") {
        seenSince = Date.now();
        return;
      }
      note("dwell", Date.now() - seenSince);
      flush();
    };
    const onCart = (event: Event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== "number") return;
      note("cart", event.detail);
      flush();
    };
    const onAct = (event: Event) => {
      const done = event instanceof CustomEvent && acts.find((act) => act === event.detail);
      if (!done || done === kind) return;
      note(done);
      flush();
    };
    const first = setTimeout(() => {
      note(kind);
      flush();
    }, firstAfterMs);
    addEventListener(cartChangedEvent, onCart);
    addEventListener(pageActEvent, onAct);
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearTimeout(first);
      removeEventListener(cartChangedEvent, onCart);
      removeEventListener(pageActEvent, onAct);
      document.removeEventListener("visibilitychange", onVisibility);
    };
  }, [kind, productId]);
  return null;
}
