import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Drops the months of events that no merchant keeps any more, whole partitions; doing it again changes
 * nothing. Figures that were made of them stay. Asked in one merchant's name, it regards all of them.
 */
export async function dropExpiredEvents(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<{ dropped: number }> {
  const [row] = await inMerchant(
    merchantId,
    (tx) =>
      tx.$queryRaw<{ dropped: number }[]>`select drop_expired_event_partitions(${now}) as dropped`,
  );
  return { dropped: row?.dropped ?? 0 };
}
