import { dueInMs, MAX_GATHERED } from "@/domain/events/gathering";
import type { EventKind } from "@/features/events/schema";

/** What a page gathered, as the shop takes it. */
export type GatheredEvent = {
  id: string;
  kind: EventKind;
  at: number;
  productId?: string;
  amount?: number;
};

const address = "/api/events";
const storageKey = "renhe:events";

/**
 * What this tab has not told yet. It outlives the page when the next one is of the mall too, and is told
 * in one message when it is due or somebody leaves. Nothing is shown when that fails.
 */
export class EventOutbox {
  #waiting: GatheredEvent[] = takeHeld();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#plan();
  }

  add(event: GatheredEvent): void {
    this.#waiting.push(event);
    this.#plan();
  }

  /** Hands over to the next page of this tab. */
  hold(): void {
    try {
      sessionStorage.setItem(storageKey, JSON.stringify(this.#waiting));
      this.#clear();
    } catch {
      this.tell();
    }
  }

  /** Tells the shop now; the browser sends it even when the page is closed meanwhile. */
  tell(): void {
    const events = this.#waiting;
    this.#clear();
    for (let from = 0; from < events.length; from += MAX_GATHERED) {
      const some = events.slice(from, from + MAX_GATHERED);
      navigator.sendBeacon(address, JSON.stringify({ events: some }));
    }
  }

  #plan(): void {
    clearTimeout(this.#timer);
    const [first] = this.#waiting;
    if (first === undefined) return;
    const ms = dueInMs(first.at, this.#waiting.length, Date.now());
    this.#timer = setTimeout(() => this.tell(), ms);
  }

  #clear(): void {
    clearTimeout(this.#timer);
    this.#waiting = [];
  }
}

/** What the page before left; it is ours now. Where a browser keeps nothing there is nothing. */
function takeHeld(): GatheredEvent[] {
  try {
    const held: unknown = JSON.parse(sessionStorage.getItem(storageKey) ?? "[]");
    sessionStorage.removeItem(storageKey);
    // Only our own pages write there; what is no event the shop refuses.
    return Array.isArray(held) ? held : [];
  } catch {
    return [];
  }
}
