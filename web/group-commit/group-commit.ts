/** What became of an item when its answer leaves: durable, tried again later, or given up. */
export type CommitOutcome = "recorded" | "kept" | "dropped";

type Waiting<Item> = { item: Item; settle: (outcome: CommitOutcome) => void };

type Options<Item> = {
  /** Writes a batch, all or nothing; called `atOnce` times at a time at most. */
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
  /** So many batches may be under way together: what is written must not depend on the order. */
  atOnce?: number;
  /** While a batch is under way, the next one waits for so many items, or for its end. */
  worthwhile?: number;
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
  /** How many items are being written. */
  #underWay = 0;
  #writers = 0;
  #onRest: (() => void) | null = null;
  #failures = 0;
  #wake: (() => void) | null = null;
  #closing = false;

  constructor(options: Options<Item>) {
    const defaults = {
      windowMs: 2,
      patienceMs: 600,
      maxBatch: 256,
      atOnce: 1,
      worthwhile: 16,
      maxQueued: 20_000,
      retryMs: 250,
    };
    this.#options = { ...defaults, ...options };
  }

  /** @returns when the click is written, or when it is clear that it will not be at once */
  add(item: Item): Promise<CommitOutcome> {
    const { maxQueued, patienceMs, onTrouble } = this.#options;
    if (this.size >= maxQueued) {
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
      this.#hire();
    });
  }

  /** What is not yet written. */
  get size(): number {
    return this.#queue.length + this.#underWay;
  }

  /** Writes what is queued, trying for at most `limitMs`. @returns how much was lost */
  async close(limitMs: number): Promise<number> {
    this.#closing = true;
    this.#wake?.();
    if (this.#writers > 0) {
      await new Promise<void>((resolve) => {
        this.#onRest = resolve;
        setTimeout(resolve, limitMs).unref();
      });
    }
    return this.size;
  }

  /** Lets a writer begin where there is none, or where another one is worth while. */
  #hire(): void {
    const { atOnce, windowMs } = this.#options;
    if (this.#writers === 0) void this.#run(pause(windowMs));
    else if (this.#writers < atOnce && this.#isWorthwhile()) void this.#run(company());
  }

  #isWorthwhile(): boolean {
    return this.#failures === 0 && this.#queue.length >= this.#options.worthwhile;
  }

  async #run(begin: Promise<void>): Promise<void> {
    this.#writers += 1;
    await begin;
    while (this.#queue.length > 0 && (this.#writers === 1 || this.#isWorthwhile())) {
      const batch = this.#queue.splice(0, this.#options.maxBatch);
      if (await this.#tryWrite(batch)) continue;
      this.#queue.unshift(...batch);
      // One is enough to find out when the database is back.
      if (this.#writers > 1) break;
      await this.#backOff();
    }
    this.#writers -= 1;
    if (this.#writers === 0) this.#onRest?.();
  }

  async #tryWrite(batch: readonly Waiting<Item>[]): Promise<boolean> {
    this.#underWay += batch.length;
    try {
      await this.#options.write(batch.map(({ item }) => item));
      this.#failures = 0;
      void settleInTurns(batch);
      return true;
    } catch (error) {
      this.#failures += 1;
      this.#options.onTrouble({ event: "write_failed", items: this.size, error });
      for (const { settle } of [...batch, ...this.#queue]) settle("kept");
      return false;
    } finally {
      this.#underWay -= batch.length;
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

/** So many answers leave before whatever else has arrived gets its turn. */
const perTurn = 8;

/** An answer costs more than its item: 64 at once would hold a landing up for as long as all of them take. */
async function settleInTurns<Item>(batch: readonly Waiting<Item>[]): Promise<void> {
  for (let from = 0; from < batch.length; from += perTurn) {
    if (from > 0) await company();
    for (const { settle } of batch.slice(from, from + perTurn)) settle("recorded");
  }
}

/** Until everything that has arrived already is read. */
function company(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
