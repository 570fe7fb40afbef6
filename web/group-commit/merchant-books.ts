import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { log } from "@/lib/log/log";
import { type CommitOutcome, GroupCommit } from "@/web/group-commit/group-commit";

/** One group commit per merchant: a transaction touches one tenant only. */
export class MerchantBooks<Item> {
  readonly #batches = new Map<AuthorizedMerchantId, GroupCommit<Item>>();

  /**
   * @param name what is written, for the log
   * @param limits see GroupCommit; small things go in larger batches
   */
  constructor(
    readonly name: string,
    readonly write: (merchantId: AuthorizedMerchantId, items: readonly Item[]) => Promise<unknown>,
    readonly limits: { maxBatch?: number; maxQueued?: number; atOnce?: number } = {},
  ) {}

  record(merchantId: AuthorizedMerchantId, item: Item): Promise<CommitOutcome> {
    const batch = this.#batches.get(merchantId) ?? this.#open(merchantId);
    return batch.add(item);
  }

  /** Writes what waits; says what was lost when the database did not come back within `limitMs`. */
  async close(limitMs: number): Promise<void> {
    const batches = [...this.#batches.values()];
    const lost = await Promise.all(batches.map((batch) => batch.close(limitMs)));
    const items = lost.reduce((sum, count) => sum + count, 0);
    if (items > 0) log.error({ items, books: this.name }, "lost at shutdown");
  }

  #open(merchantId: AuthorizedMerchantId): GroupCommit<Item> {
    const batch = new GroupCommit<Item>({
      ...this.limits,
      write: (items) => this.write(merchantId, items),
      onTrouble: ({ event, items, error }) =>
        log.warn({ merchantId, items, books: this.name, err: error }, event),
    });
    this.#batches.set(merchantId, batch);
    return batch;
  }
}
