import type { ShareVisit } from "@/features/sharing/schema";

/** What became of a click when the page leaves. */
export type ClickOutcome = "recorded" | "kept" | "dropped";

type Waiting = { visit: ShareVisit; settle: (outcome: ClickOutcome) => void };

type Options = {
  /** Writes a batch, all or nothing; called once at a time. */
  write: (visits: readonly ShareVisit[]) => Promise<void>;
  /** Told what was lost and why; never what was in it. */
  onTrouble: (trouble: {
    event: "write_failed" | "queue_full";
    clicks: number;
    error?: unknown;
  }) => void;
  /** How long the first click of a batch waits for company. */
  windowMs?: number;
  /** The longest that a page waits for its click: beyond that it is kept for later. */
  patienceMs?: number;
  maxBatch?: number;
  /** Bounds the memory that a long outage of the database costs. */
  maxQueued?: number;
  /** The first pause after a failure; it doubles up to twenty times that. */
  retryMs?: number;
};

/**
 * Group commit: clicks that arrive while one transaction is under way share the next one. An answer
 * leaves when its click is durable; when the database does not respond, the answer leaves anyway and
 * the click is tried again.
 */
export class ClickBatch {
  readonly #options: Required<Options>;
  #queue: Waiting[] = [];
  #running: Promise<void> | null = null;
  #failures = 0;
  #wake: (() => void) | null = null;
  #closing = false;

  constructor(options: Options) {
    const defaults = {
      windowMs: 2,
      patienceMs: 600,
      maxBatch: 256,
      maxQueued: 20_000,
      retryMs: 250,
    };
    this.#options = { ...defaults, ...options };
  }

  /** @returns when the click is written, or when it is clear that it will not be at once */
  add(visit: ShareVisit): Promise<ClickOutcome> {
    const { maxQueued, patienceMs, onTrouble } = this.#options;
    if (this.#queue.length >= maxQueued) {
      onTrouble({ event: "queue_full", clicks: 1 });
      return Promise.resolve("dropped");
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs, "kept");
      const settle = (outcome: ClickOutcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.#queue.push({ visit, settle });
      // The database is known to be away: nobody needs to wait for finding that out again.
      if (this.#failures > 0) settle("kept");
      this.#running ??= this.#run();
    });
  }

  /** Clicks not yet written. */
  get size(): number {
    return this.#queue.length;
  }

  /** Writes what is queued, trying for at most `limitMs`. @returns how many clicks were lost */
  async close(limitMs: number): Promise<number> {
    this.#closing = true;
    this.#wake?.();
    const limit = new Promise<void>((resolve) => setTimeout(resolve, limitMs).unref());
    await Promise.race([this.#running, limit]);
    return this.#queue.length;
  }

  async #run(): Promise<void> {
    await pause(this.#options.windowMs);
    while (this.#queue.length > 0) {
      const batch = this.#queue.slice(0, this.#options.maxBatch);
      if (await this.#tryWrite(batch)) this.#queue.splice(0, batch.length);
      else await this.#backOff();
    }
    this.#running = null;
  }

  async #tryWrite(batch: readonly Waiting[]): Promise<boolean> {
    try {
      await this.#options.write(batch.map(({ visit }) => visit));
      this.#failures = 0;
      for (const { settle } of batch) settle("recorded");
      return true;
    } catch (error) {
      this.#failures += 1;
      this.#options.onTrouble({ event: "write_failed", clicks: this.#queue.length, error });
      for (const { settle } of this.#queue) settle("kept");
      return false;
    }
  }

  async #backOff(): Promise<void> {
    const ms = this.#options.retryMs * Math.min(20, 2 ** (this.#failures - 1));
    const waited = this.#closing ? Math.min(ms, this.#options.retryMs) : ms;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waited);
      timer.unref();
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#wake = null;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
