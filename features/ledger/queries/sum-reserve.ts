import type { ReserveView } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What a merchant owes or will owe to all distributors together: balances of the ledger, and before
 * them the promises on orders that can still be paid.
 */
export async function sumReserve(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<ReserveView> {
  const [row] = await tx.$queryRaw<ReserveView[]>`
    select
      (select coalesce(sum(t.commission_fen), 0)::bigint from orders o
        join order_commission_term t on t.merchant_id = o.merchant_id and t.order_id = o.id
        where o.merchant_id = ${merchantId}::uuid and o.state = 'awaiting_payment'
          and o.payment_due_at > ${now}) as "promisedFen",
      coalesce(sum(balance_fen) filter (where kind = 'commission_pending'), 0)::bigint as "pendingFen",
      coalesce(sum(balance_fen - held_fen) filter (where kind = 'commission_available'), 0)::bigint
        as "availableFen",
      coalesce(sum(held_fen) filter (where kind = 'commission_available'), 0)::bigint as "inPayoutFen",
      coalesce(-sum(balance_fen) filter (where kind = 'commission_debt'), 0)::bigint as "debtFen",
      coalesce(sum(balance_fen) filter (where kind = 'tax_withheld'), 0)::bigint as "withheldTaxFen"
    from ledger_account where merchant_id = ${merchantId}::uuid`;
  if (row === undefined) throw new Error("an aggregate without a row");
  return row;
}
