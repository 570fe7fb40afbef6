import type { ObligationsView } from "@/features/payouts/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Sums over all accounts. */
export type OwedBalances = Omit<ObligationsView, "byState" | "ageing" | "byDueDay">;

/** What could be asked for at any time, what is to come, what distributors owe, and tax that was withheld. */
export async function sumOwedBalances(tx: MerchantTx, merchantId: string): Promise<OwedBalances> {
  const [row] = await tx.$queryRaw<OwedBalances[]>`
    select coalesce(sum(balance_fen - held_fen) filter (where kind = 'commission_available'), 0)::bigint as "availableFen",
      coalesce(sum(balance_fen) filter (where kind = 'commission_pending'), 0)::bigint as "pendingFen",
      coalesce(-sum(balance_fen) filter (where kind = 'commission_debt'), 0)::bigint as "debtFen",
      coalesce(sum(balance_fen) filter (where kind = 'tax_withheld'), 0)::bigint as "withheldTaxFen"
    from ledger_account where merchant_id = ${merchantId}::uuid`;
  return row ?? { availableFen: 0n, pendingFen: 0n, debtFen: 0n, withheldTaxFen: 0n };
}
