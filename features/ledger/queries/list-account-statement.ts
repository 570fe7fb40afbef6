import type { StatementAccount, StatementLineView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Every transfer of one of a distributor's accounts with what was there afterwards, newest first.
 * Of several in one moment, as a settlement and the netting that it causes, what makes the account
 * fuller (a debt: deeper) comes first: so they were booked.
 * @param below the position that the page before ended with
 */
export async function listAccountStatement(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string;
    account: StatementAccount;
    below?: number | undefined;
    limit: number;
  },
): Promise<StatementLineView[]> {
  const { merchantId, distributorId, account, limit } = question;
  const below = question.below ?? null;
  return tx.$queryRaw<StatementLineView[]>`
    with entry as (
      select t.id, t.code, t.created_at, t.event_key, t.reference_kind, t.reference_id,
        case when t.phase in ('hold', 'void') then 0
          when t.credit_account_id = a.id then t.amount_fen else -t.amount_fen end as change,
        case when t.phase = 'hold' then t.amount_fen
          when t.phase in ('post', 'void') then -h.amount_fen else 0 end as held,
        case when a.kind = 'commission_debt' then -1 else 1 end as fuller
      from ledger_account a
      join ledger_transfer t on t.merchant_id = a.merchant_id
        and (t.debit_account_id = a.id or t.credit_account_id = a.id)
      left join ledger_transfer h on h.merchant_id = t.merchant_id and h.id = t.hold_id
      where a.merchant_id = ${merchantId}::uuid and a.distributor_id = ${distributorId}::uuid
        and a.kind = ${account}::ledger_account_kind),
    line as (
      select *, (row_number() over w)::int as position, (sum(change) over w)::bigint as balance,
        (sum(held) over w)::bigint as held_total
      from entry
      window w as (order by created_at, sign(change - held) * fuller desc, id))
    select line.position, line.id as "transferId", line.code, line.created_at as "createdAt",
      line.change::bigint as "changeFen", line.balance as "balanceFen",
      line.held::bigint as "heldChangeFen", line.held_total as "heldFen",
      o.order_no as "orderNo", p.id as "payoutId", p.payout_no as "payoutNo",
      r.reason as "refundReason"
    from line
    left join commission c on line.reference_kind = 'commission'
      and c.merchant_id = ${merchantId}::uuid and c.id = line.reference_id
    left join orders o on o.merchant_id = c.merchant_id and o.id = c.order_id
    left join payout p on line.reference_kind = 'payout'
      and p.merchant_id = ${merchantId}::uuid and p.id = line.reference_id
    left join refund r on r.merchant_id = ${merchantId}::uuid
      and r.id = substring(line.event_key from ':claw-back:([0-9a-f-]{36})')::uuid
    where ${below}::int is null or line.position < ${below}::int
    order by line.position desc limit ${limit}`;
}
