import { writeShareClicks } from "@/features/sharing/commands/write-share-clicks";
import type { ShareVisit } from "@/features/sharing/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { log } from "@/lib/log/log";
import { ClickBatch, type ClickOutcome } from "@/web/landing/click-batch";

/** One group commit per merchant: a transaction touches one tenant only. */
export class ClickBooks {
  readonly #batches = new Map<AuthorizedMerchantId, ClickBatch>();

  record(merchantId: AuthorizedMerchantId, visit: ShareVisit): Promise<ClickOutcome> {
    const batch = this.#batches.get(merchantId) ?? this.#open(merchantId);
    return batch.add(visit);
  }

  /** Writes what waits; says what was lost when the database did not come back within `limitMs`. */
  async close(limitMs: number): Promise<void> {
    const batches = [...this.#batches.values()];
    const lost = await Promise.all(batches.map((batch) => batch.close(limitMs)));
    const clicks = lost.reduce((sum, count) => sum + count, 0);
    if (clicks > 0) log.error({ clicks }, "clicks lost at shutdown");
  }

  #open(merchantId: AuthorizedMerchantId): ClickBatch {
    const batch = new ClickBatch({
      write: (visits) => writeShareClicks(merchantId, visits),
      onTrouble: ({ event, clicks, error }) =>
        log.warn({ merchantId, clicks, err: error }, `click ${event}`),
    });
    this.#batches.set(merchantId, batch);
    return batch;
  }
}
