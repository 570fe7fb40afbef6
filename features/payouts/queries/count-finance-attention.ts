import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { SHOP_TROUBLES } from "@/domain/payouts/payout-trouble";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** What of a shop's money waits for a person, now. */
export type FinanceAttention = {
  /** Above the limit and in no run that waits. */
  toPropose: number;
  /** Runs that another person has to decide. */
  toDecide: number;
  /** By bank: approved and in no file yet. */
  toExport: number;
  /** By bank: in a file, and not said to be paid by two people. */
  toMark: number;
  /** The merchant's own account keeps them from being paid: no money there, or no permission. */
  blocked: number;
  /** Open and past their due day. */
  overdue: number;
  /** Refunds that WeChat cannot carry out, has refused, or can no longer be asked about. */
  stuckRefunds: number;
  /** 1 while no tax rule holds today: then nothing is paid out. */
  noTaxRule: number;
  /** Differences between WeChat's bills and the ledger. */
  openCases: number;
};

/** Counts it in one statement; each count has an index on what it looks at. */
export async function countFinanceAttention(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<FinanceAttention> {
  const day = shanghaiDay(now);
  const [row] = await tx.$queryRaw<FinanceAttention[]>`
    select
      count(*) filter (where p.state = 'awaiting_approval' and r.state is distinct from 'proposed')::int
        as "toPropose",
      count(*) filter (where p.channel = 'bank' and p.state = 'approved')::int as "toExport",
      count(*) filter (where p.state = 'exported')::int as "toMark",
      count(*) filter (where p.fail_reason = any(${[...SHOP_TROUBLES]}))::int as blocked,
      count(*) filter (where p.due_at < ${shanghaiDayRange(day).from})::int as overdue,
      (select count(*)::int from payout_run
        where merchant_id = ${merchantId}::uuid and state = 'proposed') as "toDecide",
      (select count(*)::int from refund
        where merchant_id = ${merchantId}::uuid
          and (state = 'abnormal' or state in ('requested', 'processing') and failure <> '')) as "stuckRefunds",
      (select (count(*) = 0)::int from tax_rule
        where merchant_id = ${merchantId}::uuid and valid_from <= ${day}::date
          and (valid_until is null or valid_until >= ${day}::date)) as "noTaxRule",
      (select count(*)::int from reconciliation_case
        where merchant_id = ${merchantId}::uuid and state = 'open') as "openCases"
    from payout p
    left join payout_run r on r.merchant_id = p.merchant_id and r.id = p.run_id
    where p.merchant_id = ${merchantId}::uuid
      and p.state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')`;
  if (row === undefined) throw new Error("a count without a row");
  return row;
}
