import { addDays } from "@/domain/metrics/calendar-day";
import { dayRanges } from "@/domain/metrics/day-ranges";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { lockRollUps } from "@/features/insights/commands/lock-roll-ups";
import { markDirtyDays } from "@/features/insights/commands/mark-dirty-days";
import { rollUpDays } from "@/features/insights/commands/roll-up-days";
import { rollUpReaches } from "@/features/insights/commands/roll-up-reaches";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/** A day that is past is rolled up again when its late facts have had this long to gather. */
const gatherMs = 2 * 60_000;
/** As many days at a time as fit into the memory of one statement at full size. */
const spanDays = 16;
/** Each portion reads the whole past of its people: of the first run, a hundred days take as long as ten. */
const reachSpanDays = 100;
const reachTimeoutMs = 600_000;

/**
 * Brings a merchant's roll-ups up to the facts: finds the days that are behind, computes them anew, and
 * then the people of all days that this changed. Interrupted anywhere, the next run goes on: a mark is
 * taken away by the transaction that did its work.
 * @returns how many days were computed anew
 */
export async function advanceRollUps(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<{ days: number }> {
  await inMerchant(merchantId, (tx) => markDirtyDays(tx, { merchantId, now }), {
    timeoutMs: reachTimeoutMs,
  });
  const days = await listDue(merchantId, "facts", now);
  for (let at = 0; at < days.length; at += spanDays) {
    for (const { from, to } of dayRanges(days.slice(at, at + spanDays))) {
      await rollUpDays(merchantId, { from, to: addDays(to, 1) }, now);
    }
  }
  const people = await listDue(merchantId, "people", now);
  for (let at = 0; at < people.length; at += reachSpanDays) {
    await sumPeople(merchantId, people.slice(at, at + reachSpanDays));
  }
  return { days: days.length };
}

/** Days that are marked, in their order; of those that are past only the ones whose facts have gathered. */
async function listDue(
  merchantId: AuthorizedMerchantId,
  what: "facts" | "people",
  now: Date,
): Promise<string[]> {
  const gathered = new Date(now.getTime() - gatherMs);
  const rows = await inMerchant(
    merchantId,
    (tx) => tx.$queryRaw<{ day: string }[]>`
      select to_char(q.day, 'YYYY-MM-DD') as day from rollup_dirty q
      left join rollup_day r on r.merchant_id = q.merchant_id and r.day = q.day
      where q.merchant_id = ${merchantId}::uuid and q.what = ${what}::dirty_what
        and (q.what = 'people' or q.day >= ${shanghaiDay(now)}::date or r.day is null
          or q.marked_at <= ${gathered})
      order by q.day`,
  );
  return rows.map(({ day }) => day);
}

/** Sums the people of the days, and takes their marks away with it. */
async function sumPeople(merchantId: AuthorizedMerchantId, days: readonly string[]): Promise<void> {
  await inMerchant(
    merchantId,
    async (tx) => {
      await lockRollUps(tx, merchantId);
      await tx.$executeRaw`
        delete from rollup_dirty where merchant_id = ${merchantId}::uuid and what = 'people'
          and day = any(${days}::date[])`;
      await rollUpReaches(tx, { merchantId, days });
    },
    { timeoutMs: reachTimeoutMs },
  );
}
