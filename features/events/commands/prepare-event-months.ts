import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

const dayMs = 86_400_000;
/** Far enough that a worker which stood still for weeks is no trouble. */
const aheadDays = 62;
const behindDays = 4;

/** Sees to it that the months around `now` have their partition; doing it again changes nothing. */
export async function prepareEventMonths(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<{ made: number }> {
  const first = new Date(now.getTime() - behindDays * dayMs);
  const last = new Date(now.getTime() + aheadDays * dayMs);
  const [row] = await inMerchant(
    merchantId,
    (tx) =>
      tx.$queryRaw<
        { made: number }[]
      >`select ensure_event_partitions(${first}::date, ${last}::date) as made`,
  );
  return { made: row?.made ?? 0 };
}
