import { minuteMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";

type ActKind = "favourite" | "cart" | "share_set";

/** A page that somebody looks at, and what they do there. */
export type Stop = {
  /** What being there means. */
  kind?: "view" | "checkout" | "share_set";
  /** Null for pages that are about no product. */
  productId: string | null;
  acts?: readonly { kind: ActKind; amount?: number }[];
};

/** What a page of the mall tells: ids are given when it is told. */
type ToldEvent = {
  kind: "dwell" | NonNullable<Stop["kind"]> | ActKind;
  atMs: number;
  productId: string | null;
  amount?: number;
};

/** Somebody on their way through the mall. */
export type PageVisit = { browser: string; endMs: number; events: readonly ToldEvent[] };

/** A page tells that it is seen a second after it came. */
const seenAfterMs = 1_000;

/** One page after the other from this moment on, with what each tells (features/events/components). */
export function walkPages(
  browser: string,
  fromMs: number,
  stops: readonly Stop[],
  chance: Chance,
): PageVisit {
  const events: ToldEvent[] = [];
  let atMs = fromMs;
  for (const { kind = "view", productId, acts = [] } of stops) {
    const came = atMs;
    events.push({ kind, atMs: came + seenAfterMs, productId });
    atMs += drawDwell(chance);
    for (const act of acts) {
      events.push({ ...act, atMs, productId });
      atMs += chance.int(2_000, 9_000);
    }
    events.push({ kind: "dwell", atMs, productId, amount: atMs - came });
    atMs += 300;
  }
  return { browser, endMs: atMs, events };
}

/** The same visit, ended at this moment. */
export function endAt(visit: PageVisit, endMs: number): PageVisit {
  const laterMs = endMs - visit.endMs;
  const events = visit.events.map((event) => ({ ...event, atMs: event.atMs + laterMs }));
  return { ...visit, endMs, events };
}

/** Most glance, some read: four seconds to two minutes. */
function drawDwell(chance: Chance): number {
  return 4_000 + Math.floor(2 * minuteMs * chance.next() ** 3);
}
