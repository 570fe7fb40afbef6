import type { PayoutState } from "@/domain/payouts/payout-state";
import type { ObligationsView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type ByState = { state: PayoutState; count: number; grossFen: bigint };
type ByDueDay = { day: string; daysOverdue: number; count: number; grossFen: bigint };
type Balances = Pick<ObligationsView, "availableFen" | "pendingFen" | "debtFen" | "withheldTaxFen">;

const buckets = ["not_due", "1-3", "4-7", "8+"] as const;

/**
 * What a shop owes its distributors: open withdrawals by state, by due day in Shanghai and by age past
 * it, what could be asked for at any time, and what is owed the other way round and to the tax office.
 */
export async function summarizeObligations(
  tx: MerchantTx,
  question: { merchantId: string; now: Date },
): Promise<ObligationsView> {
  const { merchantId, now } = question;
  const byState = await tx.$queryRaw<ByState[]>`
    select state, count(*)::int as count, sum(gross_fen)::bigint as "grossFen" from payout
    where merchant_id = ${merchantId}::uuid
      and state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')
    group by state order by state`;
  const days = await tx.$queryRaw<ByDueDay[]>`
    select to_char(due_day, 'YYYY-MM-DD') as day, today - due_day as "daysOverdue",
      count(*)::int as count, sum(gross_fen)::bigint as "grossFen"
    from (
      select gross_fen, (due_at at time zone 'Asia/Shanghai')::date as due_day,
        (${now}::timestamptz at time zone 'Asia/Shanghai')::date as today
      from payout where merchant_id = ${merchantId}::uuid
        and state not in ('paid', 'failed', 'expired', 'cancelled', 'refused')
    ) open
    group by due_day, today order by due_day`;
  return {
    byState,
    ageing: buckets.map((bucket) => ({ bucket, ...sumOf(days, bucket) })),
    byDueDay: days.map(({ day, count, grossFen }) => ({ day, count, grossFen })),
    ...(await readBalances(tx, merchantId)),
  };
}

function bucketOf(daysOverdue: number): (typeof buckets)[number] {
  if (daysOverdue <= 0) return "not_due";
  if (daysOverdue <= 3) return "1-3";
  return daysOverdue <= 7 ? "4-7" : "8+";
}

function sumOf(days: readonly ByDueDay[], bucket: (typeof buckets)[number]) {
  return days
    .filter(({ daysOverdue }) => bucketOf(daysOverdue) === bucket)
    .reduce(
      (sum, { count, grossFen }) => ({
        count: sum.count + count,
        grossFen: sum.grossFen + grossFen,
      }),
      { count: 0, grossFen: 0n },
    );
}

async function readBalances(tx: MerchantTx, merchantId: string): Promise<Balances> {
  const [row] = await tx.$queryRaw<Balances[]>`
    select coalesce(sum(balance_fen - held_fen) filter (where kind = 'commission_available'), 0)::bigint as "availableFen",
      coalesce(sum(balance_fen) filter (where kind = 'commission_pending'), 0)::bigint as "pendingFen",
      coalesce(-sum(balance_fen) filter (where kind = 'commission_debt'), 0)::bigint as "debtFen",
      coalesce(sum(balance_fen) filter (where kind = 'tax_withheld'), 0)::bigint as "withheldTaxFen"
    from ledger_account where merchant_id = ${merchantId}::uuid`;
  return row ?? { availableFen: 0n, pendingFen: 0n, debtFen: 0n, withheldTaxFen: 0n };
}
