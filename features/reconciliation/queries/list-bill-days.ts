import { previousDay, shanghaiDay } from "@/domain/metrics/shanghai-day";
import {
  type BillKind,
  type BillView,
  billKinds,
  type DayView,
} from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = BillView & { kind: BillKind; day: string };

/** The days before today, the newest first, with what became of their bills; also days never asked for. */
export async function listBillDays(
  tx: MerchantTx,
  question: { merchantId: string; now: Date; days: number },
): Promise<DayView[]> {
  const { merchantId, now } = question;
  const days: string[] = [];
  for (let day = previousDay(shanghaiDay(now)); days.length < question.days; ) {
    days.push(day);
    day = previousDay(day);
  }
  const rows = await tx.$queryRaw<Row[]>`
    select b.kind, to_char(b.day, 'YYYY-MM-DD') as day, b.state, b.failure,
      b.line_count as "lineCount", b.asked_at as "askedAt",
      coalesce(sums.in_fen, 0)::bigint as "inFen", coalesce(sums.back_fen, 0)::bigint as "backFen",
      coalesce(sums.fee_fen, 0)::bigint as "feeFen", (
        select count(*)::int from reconciliation_case c
        where c.merchant_id = b.merchant_id and c.bill_kind = b.kind and c.day = b.day
          and c.state = 'open') as "openCases"
    from wechat_bill b
    left join lateral (
      select sum(amount_fen) filter (where line_kind in ('payment', 'transfer')) as in_fen,
        sum(amount_fen) filter (where line_kind in ('refund', 'transfer_return')) as back_fen,
        sum(fee_fen) as fee_fen
      from wechat_bill_line l
      where l.merchant_id = b.merchant_id and l.kind = b.kind and l.day = b.day) sums on true
    where b.merchant_id = ${merchantId}::uuid and b.day >= ${days.at(-1) ?? ""}::date`;
  const known = new Map(rows.map(({ kind, day, ...bill }) => [`${kind} ${day}`, bill]));
  const of = (kind: BillKind, day: string) => known.get(`${kind} ${day}`) ?? null;
  const [trade, fundFlow] = billKinds;
  return days.map((day) => ({
    day,
    bills: { trade: of(trade, day), fund_flow: of(fundFlow, day) },
  }));
}
