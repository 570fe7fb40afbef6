import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** As late as events are taken in, and a day. */
const recentDays = 4;

/**
 * Marks the last days to be rolled up once more: whatever changed them without a mark (a hand in the
 * database, a clock that jumped) is in them by the morning.
 */
export async function redoRecentDays(merchantId: AuthorizedMerchantId, now: Date): Promise<void> {
  const today = shanghaiDay(now);
  const days = Array.from({ length: recentDays }, (_, ago) => addDays(today, -ago));
  await inMerchant(
    merchantId,
    (tx) => tx.$executeRaw`${plannedAnew}
      insert into rollup_dirty (merchant_id, what, day, marked_at)
      select ${merchantId}::uuid, 'facts', unnest(${days}::date[]), ${now}
      on conflict do nothing`,
  );
}
