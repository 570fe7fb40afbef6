import { shanghaiMonthRange } from "@/domain/metrics/shanghai-month";
import { type MonthMovement, summarizeMonth } from "@/domain/months/summarize-month";
import type { MonthFigures } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Question = { merchantId: string; month: string };
type Window = { merchantId: string; from: Date; to: Date };

/**
 * A month's statement from the ledger alone, by the time of booking in Shanghai: nothing that is
 * booked later can change it. Of a month that is not over what there is so far.
 */
export async function computeMonth(
  tx: MerchantTx,
  { merchantId, month }: Question,
): Promise<MonthFigures> {
  const window = { merchantId, ...shanghaiMonthRange(month) };
  const movements = await listMovements(tx, window);
  return {
    month,
    accounts: summarizeMonth(movements),
    movements,
    payouts: await sumPayouts(tx, window),
    remittances: await listRemittances(tx, window),
    heldFen: await sumHeld(tx, window),
  };
}

/** One pass over everything booked until the month's end: what came before is the opening. */
function listMovements(tx: MerchantTx, { merchantId, from, to }: Window): Promise<MonthMovement[]> {
  return tx.$queryRaw<MonthMovement[]>`
    with moved as (
      select t.code, t.debit_account_id, t.credit_account_id,
        coalesce(sum(t.amount_fen) filter (where t.created_at < ${from}), 0) as before_fen,
        coalesce(sum(t.amount_fen) filter (where t.created_at >= ${from}), 0) as amount_fen,
        count(*) filter (where t.created_at >= ${from}) as count
      from ledger_transfer t
      where t.merchant_id = ${merchantId}::uuid and t.created_at < ${to}
        and t.phase in ('single', 'post')
      group by t.code, t.debit_account_id, t.credit_account_id)
    select m.code, d.kind as debit, c.kind as credit, sum(m.before_fen)::bigint as "beforeFen",
      sum(m.amount_fen)::bigint as "amountFen", sum(m.count)::int as count
    from moved m
    join ledger_account d on d.merchant_id = ${merchantId}::uuid and d.id = m.debit_account_id
    join ledger_account c on c.merchant_id = ${merchantId}::uuid and c.id = m.credit_account_id
    group by m.code, d.kind, c.kind
    order by m.code, d.kind::text, c.kind::text`;
}

/** By the way the money left: what two people said was paid left by bank, under a former number too (decision 0042). */
async function sumPayouts(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<MonthFigures["payouts"]> {
  type Row = MonthFigures["payouts"]["wechat"] & { channel: "wechat" | "bank" };
  const rows = await tx.$queryRaw<Row[]>`
    select case when p.confirmed_by is null then 'wechat' else 'bank' end as channel, count(*)::int as count, sum(p.gross_fen)::bigint as "grossFen",
      sum(p.tax_fen)::bigint as "taxFen", sum(p.net_fen)::bigint as "netFen"
    from ledger_transfer t
    join payout p on p.merchant_id = t.merchant_id and p.id = t.reference_id
    where t.merchant_id = ${merchantId}::uuid and t.reference_kind = 'payout'
      and t.code = 'payout_paid' and t.phase = 'post'
      and t.created_at >= ${from} and t.created_at < ${to}
    group by 1`;
  const of = (channel: Row["channel"]) => {
    const { count, grossFen, taxFen, netFen } = rows.find((row) => row.channel === channel) ?? {
      count: 0,
      grossFen: 0n,
      taxFen: 0n,
      netFen: 0n,
    };
    return { count, grossFen, taxFen, netFen };
  };
  return { wechat: of("wechat"), bank: of("bank") };
}

function listRemittances(
  tx: MerchantTx,
  { merchantId, from, to }: Window,
): Promise<MonthFigures["remittances"]> {
  return tx.$queryRaw<MonthFigures["remittances"]>`
    select r.tax_month as "taxMonth", sum(t.amount_fen)::bigint as "amountFen"
    from ledger_transfer t
    join tax_remittance r on r.merchant_id = t.merchant_id and r.id = t.reference_id
    where t.merchant_id = ${merchantId}::uuid and t.reference_kind = 'tax_remittance'
      and t.created_at >= ${from} and t.created_at < ${to}
    group by r.tax_month order by r.tax_month`;
}

/** Holds that were neither posted nor voided by the month's end. */
async function sumHeld(tx: MerchantTx, { merchantId, to }: Window): Promise<bigint> {
  const [row] = await tx.$queryRaw<{ heldFen: bigint }[]>`
    select coalesce(sum(h.amount_fen), 0)::bigint as "heldFen"
    from ledger_transfer h
    where h.merchant_id = ${merchantId}::uuid and h.phase = 'hold' and h.created_at < ${to}
      and not exists (
        select from ledger_transfer r where r.merchant_id = h.merchant_id and r.hold_id = h.id
          and r.phase in ('post', 'void') and r.created_at < ${to})`;
  return row?.heldFen ?? 0n;
}
