import type { MerchantTx } from "@/lib/db/in-merchant";

/** Five wrong guesses within the window close the door for as long again. */
const maxFailures = 5;
const windowMs = 15 * 60_000;

/** Counts one wrong guess against each key; one statement, so that parallel guesses all count. */
export async function countSignInFailure(
  tx: MerchantTx,
  { merchantId, keys, now }: { merchantId: string; keys: readonly string[]; now: Date },
): Promise<void> {
  const windowFrom = new Date(now.getTime() - windowMs);
  const lockedUntil = new Date(now.getTime() + windowMs);
  await tx.$executeRaw`
    insert into login_throttle as t (merchant_id, key, failures, window_from)
    select ${merchantId}::uuid, key, 1, ${now} from unnest(${[...keys].sort()}::text[]) key
    on conflict (merchant_id, key) do update set
      failures = case when t.window_from < ${windowFrom} then 1 else t.failures + 1 end,
      window_from = case when t.window_from < ${windowFrom} then ${now} else t.window_from end,
      locked_until = case
        when t.window_from >= ${windowFrom} and t.failures + 1 >= ${maxFailures} then ${lockedUntil}
        else t.locked_until end`;
}
