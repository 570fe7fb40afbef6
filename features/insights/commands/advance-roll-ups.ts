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
 * then the people of all days that this changed; today first, because many past days can take minutes.
 * Interrupted anywhere, the next run goes on: a mark is taken away by the transaction that did its work.
 * @param portions how many portions of past days this run may do: those left are done by the next
 * @returns how many days were computed anew, and whether some are left
 */
export async function advanceRollUps(
  merchantId: AuthorizedMerchantId,
  now: Date,
  { portions = Number.POSITIVE_INFINITY }: { portions?: number } = {},
): Promise<{ days: number; isBehind: boolean }> {
  await inMerchant(merchantId, (tx) => markDirtyDays(tx, { merchantId, now }), {
    timeoutMs: reachTimeoutMs,
  });
  const today = shanghaiDay(now);
  const facts = inPortions(await listDue(merchantId, "facts", now), { today, size: spanDays });
  const work = facts.slice(0, 1 + portions);
  for (const { from, to } of work.flatMap((days) => dayRanges(days))) {
    await rollUpDays(merchantId, { from, to: addDays(to, 1) }, now);
  }
  const people = inPortions(await listDue(merchantId, "people", now), {
    today,
    size: reachSpanDays,
  });
  // Each portion of facts would have the people of all later days summed again: once after the last is enough.
  const sums = people.slice(0, work.length < facts.length ? 1 : 1 + portions);
  for (const days of sums) if (days.length > 0) await sumPeople(merchantId, days);
  const isBehind = work.length < facts.length || sums.length < people.length;
  return { days: work.flat().length, isBehind };
}

/** Today, which is often nothing, and the past days in portions. */
function inPortions(
  days: readonly string[],
  { today, size }: { today: string; size: number },
): string[][] {
  const past = days.filter((day) => day < today);
  const portions = Array.from({ length: Math.ceil(past.length / size) }, (_, at) =>
    past.slice(at * size, (at + 1) * size),
  );
  return [days.filter((day) => day >= today), ...portions];
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
