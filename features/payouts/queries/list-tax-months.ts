import type { MerchantTx } from "@/lib/db/in-merchant";

/** Withheld tax of a month: all distributors together. */
type TaxMonthView = {
  month: string;
  people: number;
  payouts: number;
  grossFen: bigint;
  taxFen: bigint;
  remittedFen: bigint;
};

/** Withheld and remitted tax by month of request, newest first: at most five years. */
export async function listTaxMonths(tx: MerchantTx, merchantId: string): Promise<TaxMonthView[]> {
  return tx.$queryRaw<TaxMonthView[]>`
    with paid as (
      select tax_month, count(distinct id_number_hash)::int as people, count(*)::int as payouts,
        sum(gross_fen)::bigint as gross_fen, sum(tax_fen)::bigint as tax_fen
      from payout where merchant_id = ${merchantId}::uuid and state = 'paid' group by tax_month
    ), remitted as (
      select tax_month, sum(amount_fen)::bigint as amount_fen
      from tax_remittance where merchant_id = ${merchantId}::uuid group by tax_month
    )
    select tax_month as month, coalesce(people, 0) as people, coalesce(payouts, 0) as payouts,
      coalesce(gross_fen, 0)::bigint as "grossFen", coalesce(tax_fen, 0)::bigint as "taxFen",
      coalesce(amount_fen, 0)::bigint as "remittedFen"
    from paid full join remitted using (tax_month)
    order by month desc limit 60`;
}
