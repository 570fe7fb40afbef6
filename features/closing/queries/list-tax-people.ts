import type { TaxPersonView } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const mostShown = 500;

/**
 * Who was withheld tax in a month, by distributor and identity, for the screen: identity as tails only.
 */
export async function listTaxPeople(
  tx: MerchantTx,
  question: { merchantId: string; month: string },
): Promise<TaxPersonView[]> {
  const { merchantId, month } = question;
  return tx.$queryRaw<TaxPersonView[]>`
    select d.id as "distributorId", d.display_name as "displayName",
      coalesce(a.id_number_tail, '') as "idNumberTail", count(*)::int as payouts,
      sum(p.gross_fen)::bigint as "grossFen", sum(p.tax_fen)::bigint as "taxFen"
    from payout p
    join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
    left join payout_identity a on a.merchant_id = p.merchant_id and a.distributor_id = p.distributor_id
      and a.id_number_hash = p.id_number_hash
    where p.merchant_id = ${merchantId}::uuid and p.state = 'paid' and p.tax_month = ${month}
    group by d.id, d.display_name, p.id_number_hash, a.id_number_tail
    order by sum(p.gross_fen) desc, d.id, p.id_number_hash limit ${mostShown}`;
}
