import type { TaxMonthRow } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * Withheld and handed-over tax by the month whose tax it is, the newest first. Withheld is what was
 * really paid out; a withdrawal under way counts when it ends.
 * @param question.month only this one
 */
export async function listTaxTotals(
  tx: MerchantTx,
  question: { merchantId: string; month?: string },
): Promise<TaxMonthRow[]> {
  const { merchantId } = question;
  const month = question.month ?? null;
  return tx.$queryRaw<TaxMonthRow[]>`
    with withheld as (
      select tax_month as month, count(distinct id_number_hash)::int as people,
        count(*)::int as payouts, sum(gross_fen) as gross_fen, sum(tax_fen) as tax_fen
      from payout where merchant_id = ${merchantId}::uuid and state = 'paid'
        and (${month}::text is null or tax_month = ${month}::text)
      group by tax_month),
    remitted as (
      select tax_month as month, sum(amount_fen) as amount_fen
      from tax_remittance where merchant_id = ${merchantId}::uuid
        and (${month}::text is null or tax_month = ${month}::text)
      group by tax_month)
    select month, coalesce(w.people, 0) as people, coalesce(w.payouts, 0) as payouts,
      coalesce(w.gross_fen, 0)::bigint as "grossFen", coalesce(w.tax_fen, 0)::bigint as "taxFen",
      coalesce(r.amount_fen, 0)::bigint as "remittedFen"
    from withheld w full join remitted r using (month)
    order by month desc`;
}
