import { cartChangedEvent } from "@/components/phone/cart-badge";
import { pageActEvent } from "@/components/phone/page-act";
import { EventOutbox } from "@/features/events/components/event-outbox";
import type { EventKind } from "@/features/events/schema";

/** A glance that ends sooner than this was none, and the page is busy with more important things. */
const firstAfterMs = 1_000;
/** Whoever tapped a link of the mall so shortly before goes to its next page and does not leave. */
const onTheWayMs = 3_000;
const acts: readonly EventKind[] = ["favourite", "share_set"];

/** Watches what happens on this page until it is told to stop. @returns what stops it */
export function watchPage(kind: EventKind, productId: string | undefined): () => void {
  const outbox = new EventOutbox();
  const about = productId === undefined ? {} : { productId };
  let seenSince = Date.now();
  let isAway = false;
  let tappedAt = 0;
  const note = (what: EventKind, amount?: number) => {
    const extra = amount === undefined ? {} : { amount };
    outbox.add({ id: crypto.randomUUID(), kind: what, at: Date.now(), ...about, ...extra });
  };
  const leave = () => {
    if (isAway) return;
    isAway = true;
    note("dwell", Date.now() - seenSince);
    if (Date.now() - tappedAt < onTheWayMs) outbox.hold();
    else outbox.tell();
  };
  const onVisibility = () => {
    if (document.visibilityState === "hidden") return leave();
    isAway = false;
    seenSince = Date.now();
  };
  const onTap = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    tappedAt = link?.origin === location.origin ? Date.now() : 0;
  };
  const onCart = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === "number") {
      note("cart", event.detail);
    }
  };
  const onAct = (event: Event) => {
    const done = event instanceof CustomEvent && acts.find((act) => act === event.detail);
    if (done && done !== kind) note(done);
  };
  const stop = new AbortController();
  const { signal } = stop;
  const first = setTimeout(() => note(kind), firstAfterMs);
  addEventListener("click", onTap, { signal, capture: true });
  addEventListener(cartChangedEvent, onCart, { signal });
  addEventListener(pageActEvent, onAct, { signal });
  addEventListener("pagehide", leave, { signal });
  document.addEventListener("visibilitychange", onVisibility, { signal });
  return () => {
    clearTimeout(first);
    stop.abort();
    outbox.tell();
  };
}
