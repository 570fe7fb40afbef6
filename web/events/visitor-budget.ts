/** More than a person can cause by reading; a page that runs wild, or somebody who wants to, is stopped. */
const eventsPerWindow = 600;
const windowMs = 10 * 60_000;
const maxVisitors = 50_000;

type Spent = { events: number; untilMs: number };

/** How many events a browser may still send: 600 in ten minutes. Counts per process; memory is bounded. */
export class VisitorBudget {
  readonly #spent = new Map<string, Spent>();

  /** @returns whether these are still within the budget; if not, none of them counts */
  take(visitorId: string, events: number, now: Date): boolean {
    const nowMs = now.getTime();
    const known = this.#spent.get(visitorId);
    const spent = known && known.untilMs > nowMs ? known : this.#begin(visitorId, nowMs);
    if (spent.events + events > eventsPerWindow) return false;
    spent.events += events;
    return true;
  }

  /** Browsers that are remembered. */
  get size(): number {
    return this.#spent.size;
  }

  #begin(visitorId: string, nowMs: number): Spent {
    this.#spent.delete(visitorId);
    const [oldest] = this.#spent.keys();
    if (oldest !== undefined && this.#spent.size >= maxVisitors) this.#spent.delete(oldest);
    const spent = { events: 0, untilMs: nowMs + windowMs };
    this.#spent.set(visitorId, spent);
    return spent;
  }
}
