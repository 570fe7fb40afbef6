import { shanghaiMonthRange } from "@/domain/metrics/shanghai-month";
import type { CloseRefusal } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Question = { merchantId: string; month: string; now: Date };

/** What was booked in the month's last moments has been committed by then. */
const settlesAfterMs = 10 * 60_000;
const mostDaysNamed = 40;

/** Why a month cannot be closed now, or null: it is over, every bill of it was read, every case has its end. */
export async function findCloseRefusal(
  tx: MerchantTx,
  { merchantId, month, now }: Question,
): Promise<CloseRefusal | null> {
  const { from, to } = shanghaiMonthRange(month);
  if (now.getTime() < to.getTime() + settlesAfterMs) return { reason: "month_running" };
  const where = { merchantId_month: { merchantId, month } };
  if (await tx.monthClose.findUnique({ where, select: { month: true } })) {
    return { reason: "already_closed" };
  }
  const booked = await tx.ledgerTransfer.findFirst({
    where: { merchantId, createdAt: { lt: to } },
    select: { id: true },
  });
  if (!booked) return { reason: "nothing_booked" };
  const days = await listUnreadDays(tx, { merchantId, from, to });
  if (days.length > 0) return { reason: "not_reconciled", days };
  const [first, end] = [`${month}-01`, to.toISOString().slice(0, 10)];
  const count = await tx.reconciliationCase.count({
    where: { merchantId, state: "open", day: { gte: new Date(first), lte: new Date(end) } },
  });
  return count > 0 ? { reason: "open_cases", count } : null;
}

/** Days on which money moved at WeChat and whose bill was never read. */
async function listUnreadDays(
  tx: MerchantTx,
  { merchantId, from, to }: { merchantId: string; from: Date; to: Date },
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ day: string }[]>`
    with busy as (
      select 'trade' as kind, (succeeded_at at time zone 'Asia/Shanghai')::date as day
      from payment where merchant_id = ${merchantId}::uuid and state in ('success', 'late')
        and succeeded_at >= ${from} and succeeded_at < ${to}
      union
      select 'trade', (coalesce(sent_at, created_at) at time zone 'Asia/Shanghai')::date
      from refund where merchant_id = ${merchantId}::uuid and state = 'success'
        and coalesce(sent_at, created_at) >= ${from} and coalesce(sent_at, created_at) < ${to}
      union
      select 'fund_flow', (paid_at at time zone 'Asia/Shanghai')::date
      from payout where merchant_id = ${merchantId}::uuid and state = 'paid' and channel = 'wechat'
        and paid_at >= ${from} and paid_at < ${to})
    select distinct to_char(busy.day, 'YYYY-MM-DD') as day
    from busy
    where not exists (
      select from wechat_bill b where b.merchant_id = ${merchantId}::uuid
        and b.kind = busy.kind::bill_kind and b.day = busy.day
        and b.state in ('matched', 'different'))
    order by 1 limit ${mostDaysNamed}`;
  return rows.map(({ day }) => day);
}
