/** What became of an item when its answer leaves: durable, tried again later, or given up. */
export type CommitOutcome = "recorded" | "kept" | "dropped";

type Waiting<Item> = { item: Item; settle: (outcome: CommitOutcome) => void };

type Options<Item> = {
  /** Writes a batch, all or nothing; called once at a time. */
  write: (items: readonly Item[]) => Promise<unknown>;
  /** Told what was lost and why; never what was in it. */
  onTrouble: (trouble: {
    event: "write_failed" | "queue_full";
    items: number;
    error?: unknown;
  }) => void;
  /** How long the first item of a batch waits for company. */
  windowMs?: number;
  /** The longest that an answer waits for its item: beyond that it is kept for later. */
  patienceMs?: number;
  maxBatch?: number;
  /** Bounds the memory that a long outage of the database costs. */
  maxQueued?: number;
  /** The first pause after a failure; it doubles up to twenty times that. */
  retryMs?: number;
};

/**
 * Group commit: what arrives while one transaction is under way shares the next one. An answer leaves
 * when its item is durable; when the database does not respond, the answer leaves anyway and the item
 * is tried again.
 */
export class GroupCommit<Item> {
  readonly #options: Required<Options<Item>>;
  #queue: Waiting<Item>[] = [];
  #running: Promise<void> | null = null;
  #failures = 0;
  #wake: (() => void) | null = null;
  #closing = false;

  constructor(options: Options<Item>) {
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
  add(item: Item): Promise<CommitOutcome> {
    const { maxQueued, patienceMs, onTrouble } = this.#options;
    if (this.#queue.length >= maxQueued) {
      onTrouble({ event: "queue_full", items: 1 });
      return Promise.resolve("dropped");
    }
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, patienceMs, "kept");
      const settle = (outcome: CommitOutcome) => {
        clearTimeout(timer);
        resolve(outcome);
      };
      this.#queue.push({ item, settle });
      // The database is known to be away: nobody needs to wait for finding that out again.
      if (this.#failures > 0) settle("kept");
      this.#running ??= this.#run();
    });
  }

  /** What is not yet written. */
  get size(): number {
    return this.#queue.length;
  }

  /** Writes what is queued, trying for at most `limitMs`. @returns how much was lost */
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

  async #tryWrite(batch: readonly Waiting<Item>[]): Promise<boolean> {
    try {
      await this.#options.write(batch.map(({ item }) => item));
      this.#failures = 0;
      for (const { settle } of batch) settle("recorded");
      return true;
    } catch (error) {
      this.#failures += 1;
      this.#options.onTrouble({ event: "write_failed", items: this.#queue.length, error });
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
