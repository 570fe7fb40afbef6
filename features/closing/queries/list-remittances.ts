import type { RemittanceView } from "@/features/closing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const mostShown = 200;

/** What was handed to the tax office, the newest first; of one month where it is given. */
export async function listRemittances(
  tx: MerchantTx,
  question: { merchantId: string; month?: string },
): Promise<RemittanceView[]> {
  const { merchantId } = question;
  const month = question.month ?? null;
  return tx.$queryRaw<RemittanceView[]>`
    select r.id as "remittanceId", r.tax_month as "taxMonth", r.amount_fen as "amountFen",
      to_char(r.paid_on, 'YYYY-MM-DD') as "paidOn", r.reference, r.created_at as "createdAt",
      coalesce(s.name, '') as "createdByName"
    from tax_remittance r
    left join staff s on s.merchant_id = r.merchant_id and s.id = r.created_by
    where r.merchant_id = ${merchantId}::uuid and (${month}::text is null or r.tax_month = ${month}::text)
    order by r.created_at desc, r.id desc limit ${mostShown}`;
}
