import { createHash } from "node:crypto";
import { dueInMs } from "@/domain/events/gathering";

/** One event as a page of the mall sends it. */
type SentEvent = { id: string; kind: string; at: number; productId?: string; amount?: number };
/** What one page sends at once, and the browser that it stands in. */
export type Batch = { visitorId: string; events: SentEvent[] };

type Visit = { seed: string; number: number; now: Date; productIds: readonly string[] };

/**
 * What so many visits send: each looks at one to eight pages for two to thirty seconds, puts something into
 * the cart on every fourth, and some go to the checkout, keep a product or get a card of their own. What
 * happens is gathered over pages as the mall's pages do. The same seed gives the same batches.
 */
export function planBatches(visits: number, plan: Omit<Visit, "number">): Batch[] {
  return Array.from({ length: visits }, (_, number) => planVisit({ ...plan, number })).flat();
}

function planVisit(visit: Visit): Batch[] {
  const { seed, number, now } = visit;
  const pages = 1 + (drawOf(visit, "pages") % 8);
  const events: SentEvent[] = [];
  let at = now.getTime() - 300_000;
  for (let page = 0; page < pages; page += 1) {
    const readMs = 2_000 + (drawOf(visit, `read ${page}`) % 28_000);
    events.push(...planPage(visit, page, at, readMs));
    at += readMs;
  }
  const visitorId = uuidOf(`${seed}:visitor:${number}`);
  return gather(events).map((some) => ({ visitorId, events: some }));
}

/** What happens on one page, in its order. */
function planPage(visit: Visit, page: number, at: number, readMs: number): SentEvent[] {
  const { seed, number, productIds } = visit;
  const productId = productIds[drawOf(visit, `product ${page}`) % productIds.length];
  const isOneIn = (count: number, what: string) => drawOf(visit, `${what} ${page}`) % count === 0;
  const event = (kind: string, afterMs: number, amount?: number): SentEvent => ({
    id: uuidOf(`${seed}:${number}:${page}:${kind}`),
    kind,
    at: at + afterMs,
    ...(productId === undefined ? {} : { productId }),
    ...(amount === undefined ? {} : { amount }),
  });
  return [
    event(isOneIn(20, "checkout") ? "checkout" : "view", 1_000),
    ...(isOneIn(4, "share_set") ? [event("share_set", 1_300)] : []),
    ...(isOneIn(12, "favourite") ? [event("favourite", 1_600)] : []),
    ...(isOneIn(4, "cart") ? [event("cart", 1_900, 1)] : []),
    event("dwell", readMs, readMs),
  ];
}

/** As a tab does it: told when it is due, and what is left when somebody leaves. */
function gather(events: readonly SentEvent[]): SentEvent[][] {
  const told: SentEvent[][] = [];
  let waiting: SentEvent[] = [];
  for (const event of events) {
    const [first] = waiting;
    if (first && dueInMs(first.at, waiting.length, event.at) === 0) {
      told.push(waiting);
      waiting = [];
    }
    waiting.push(event);
  }
  return [...told, waiting];
}

function drawOf({ seed, number }: Visit, what: string): number {
  return createHash("md5").update(`${seed}:${number}:${what}`).digest().readUInt32BE(0);
}

function uuidOf(text: string): string {
  const hex = createHash("md5").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
}
