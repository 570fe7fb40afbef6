import { countDays } from "@/domain/metrics/calendar-day";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { lockRollUps } from "@/features/insights/commands/lock-roll-ups";
import { rollUpFigures } from "@/features/insights/commands/roll-up-figures";
import { rollUpPeople } from "@/features/insights/commands/roll-up-people";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

const rollUpTimeoutMs = 600_000;

/**
 * Computes the figures and the people of the days anew from the facts, in one transaction; which days' people
 * have to be summed again is marked. What is kept up and what is recomputed are the same work.
 */
export async function rollUpDays(
  merchantId: AuthorizedMerchantId,
  window: DayWindow,
  now: Date,
): Promise<void> {
  if (countDays(window.from, window.to) <= 0) throw new RangeError("no days");
  const span = {
    merchantId,
    fromDay: window.from,
    untilDay: window.to,
    from: shanghaiDayRange(window.from).from,
    until: shanghaiDayRange(window.to).from,
  };
  await inMerchant(
    merchantId,
    async (tx) => {
      await lockRollUps(tx, merchantId);
      await tx.$executeRaw`${plannedAnew}
        insert into rollup_day (merchant_id, day, rolled_at)
        select ${merchantId}::uuid, day::date, ${now}
        from generate_series(${window.from}::date::timestamp, ${window.to}::date - 1, interval '1 day') day
        on conflict (merchant_id, day) do update set rolled_at = excluded.rolled_at`;
      await tx.$executeRaw`${plannedAnew}
        delete from rollup_dirty where merchant_id = ${merchantId}::uuid and what = 'facts'
          and day >= ${window.from}::date and day < ${window.to}::date`;
      await rollUpFigures(tx, span);
      await rollUpPeople(tx, span, now);
    },
    { timeoutMs: rollUpTimeoutMs },
  );
}
