import { lookBack } from "@/features/insights/commands/look-back";
import { duePayouts } from "@/features/payouts/queries/due-payouts";
import { getPayoutCoverage } from "@/features/payouts/queries/get-payout-coverage";
import { sumOwedBalances } from "@/features/payouts/queries/sum-owed-balances";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Brings what the board of payouts keeps up to the facts: the withdrawals of each due day that is over, with
 * how long they took, and the sums over all accounts. All of it is made anew; only what changed is written.
 */
export async function refreshPayoutDays(
  merchantId: AuthorizedMerchantId,
  now: Date,
): Promise<void> {
  await lookBack(merchantId, "payout-days", async (tx) => {
    await writeDays(tx, merchantId, now);
    await writeOwed(tx, merchantId, now);
  });
}

async function writeDays(tx: MerchantTx, merchantId: string, now: Date): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    with due as materialized (
      select d.*, (due_at at time zone 'Asia/Shanghai')::date as day
      from (${duePayouts({ merchantId, from: new Date(0), until: now })}) d),
    wait as (
      select day, array_agg(minutes order by minutes) as minutes, array_agg(times order by minutes) as times
      from (select day, minutes, count(*)::int as times from due where minutes is not null group by day, minutes) w
      group by day),
    fresh as materialized (
      select d.*, coalesce(w.minutes, '{}') as minutes, coalesce(w.times, '{}') as times
      from (select day, count(*)::int as due, count(*) filter (where paid_at <= due_at)::int as on_time
        from due group by day) d
      left join wait w using (day)),
    gone as (
      delete from payout_day d where d.merchant_id = ${merchantId}::uuid and d.day not in (select day from fresh))
    insert into payout_day as d (merchant_id, day, due, on_time, minutes, times)
    select ${merchantId}::uuid, day, due, on_time, minutes, times from fresh
    on conflict (merchant_id, day) do update set due = excluded.due, on_time = excluded.on_time,
      minutes = excluded.minutes, times = excluded.times
    where (d.due, d.on_time, d.minutes, d.times)
      is distinct from (excluded.due, excluded.on_time, excluded.minutes, excluded.times)`;
}

async function writeOwed(tx: MerchantTx, merchantId: string, now: Date): Promise<void> {
  const { owedFen } = await getPayoutCoverage(tx, { merchantId });
  const sums = {
    ...(await sumOwedBalances(tx, merchantId)),
    owedFen,
    summedAt: now,
  };
  await tx.payoutOwed.deleteMany({ where: { merchantId } });
  await tx.payoutOwed.create({ data: { merchantId, ...sums } });
}
