import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { rollUpVoice } from "@/features/insights/commands/roll-up-voice";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

/** Transactions commit in another order than they began: what was written so long before is looked at again. */
const overlapMs = 5 * 60_000;
/** What WeChat tells late, it tells with the moment at which it happened: once a day so much is looked at. */
const lateMs = 3 * 86_400_000;
const timeoutMs = 600_000;

/**
 * Brings word of mouth up to the facts: the days on which something was said, paid or shipped since the
 * last run, and those whose orders were refunded since. One transaction, so that a run that is cut off
 * leaves nothing behind, and the next one finds the same days.
 * @returns how many days were computed anew; today is one of them always
 */
export async function advanceVoice(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<{ days: number }> {
  return inMerchant(
    merchantId,
    async (tx) => {
      await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('voice:' || ${merchantId}, 0))`;
      const days = await findBehind(tx, { merchantId, now });
      await rollUpVoice(tx, { merchantId, days }, now);
      return { days: days.length };
    },
    { timeoutMs },
  );
}

async function findBehind(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<string[]> {
  const { _max: last } = await tx.dayVoice.aggregate({
    where: { merchantId, kind: "all", key: "" },
    _max: { rolledAt: true },
  });
  const since = sinceWhen(last.rolledAt, now);
  const rows = await tx.$queryRaw<{ day: string }[]>`
    select distinct to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from (
      select ${now}::timestamptz as at
      union all
      select created_at from review where merchant_id = ${merchantId}::uuid and changed_at >= ${since}
      union all
      select created_at from nps_answer where merchant_id = ${merchantId}::uuid and created_at >= ${since}
      union all
      select paid_at from orders where merchant_id = ${merchantId}::uuid and paid_at >= ${since}
      union all
      select shipped_at from orders where merchant_id = ${merchantId}::uuid and shipped_at >= ${since}
      union all
      select o.paid_at from refund f
      join orders o on o.merchant_id = f.merchant_id and o.id = f.order_id
      where f.merchant_id = ${merchantId}::uuid and f.succeeded_at >= ${since}
        and o.paid_at is not null) facts
    order by day`;
  return rows.map(({ day }) => day);
}

/** The first run of a merchant looks at everything, the first one of a day at the days before as well. */
function sinceWhen(lastAt: Date | null, now: Date): Date {
  if (lastAt === null) return new Date(0);
  const isNewDay = shanghaiDay(lastAt) < shanghaiDay(now);
  return new Date(lastAt.getTime() - (isNewDay ? lateMs : overlapMs));
}
