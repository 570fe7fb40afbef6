import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import type { ErasureObstacle } from "@/features/persons/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

type Row = {
  openOrder: string | null;
  openRefund: string | null;
  owedFen: bigint;
  debtFen: bigint;
  isComing: boolean;
  taxMonth: string | null;
};

/**
 * What of a person is still under way: goods, money or tax, the first one that is found; null when all has
 * its end. Whoever decides from it holds the rows of the customer and of their distributor.
 * @param question.distributorId of the person as a distributor, or null
 */
export async function findErasureObstacle(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; distributorId: string | null; now: Date },
): Promise<ErasureObstacle | null> {
  const row = await ask(tx, question);
  const { openOrder, openRefund, owedFen, debtFen, isComing, taxMonth } = row;
  if (openOrder !== null) return { reason: "order_open", orderNo: openOrder };
  if (openRefund !== null) return { reason: "refund_open", orderNo: openRefund };
  if (owedFen > 0n) return { reason: "commission_owed", owedFen };
  if (debtFen > 0n) return { reason: "in_debt", debtFen };
  if (isComing) return { reason: "commission_coming" };
  if (taxMonth !== null) return { reason: "tax_open", month: taxMonth };
  return null;
}

async function ask(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; distributorId: string | null; now: Date },
): Promise<Row> {
  const { merchantId, customerId, distributorId, now } = question;
  const thisMonth = shanghaiDay(now).slice(0, 7);
  const [row] = await tx.$queryRaw<Row[]>`
    select
      (select order_no from orders
        where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
          and state in ('awaiting_payment', 'paid', 'shipped')
        order by created_at limit 1) as "openOrder",
      (select o.order_no from refund r
        join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id
        where r.merchant_id = ${merchantId}::uuid and o.customer_id = ${customerId}::uuid
          and r.state in ('requested', 'processing', 'abnormal')
        order by r.created_at limit 1) as "openRefund",
      coalesce((select sum(balance_fen) from ledger_account
        where merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid
          and kind in ('commission_pending', 'commission_available')), 0)::bigint as "owedFen",
      coalesce((select -sum(balance_fen) from ledger_account
        where merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid
          and kind = 'commission_debt'), 0)::bigint as "debtFen",
      exists (select from orders
        where merchant_id = ${merchantId}::uuid and state = 'awaiting_payment'
          and ${distributorId}::uuid in (level1_distributor_id, level2_distributor_id)) as "isComing",
      (select mine.tax_month from (
          select distinct tax_month from payout
          where merchant_id = ${merchantId}::uuid and distributor_id = ${distributorId}::uuid
            and state = 'paid') mine
        where mine.tax_month >= ${thisMonth} or
          (select sum(tax_fen) from payout p where p.merchant_id = ${merchantId}::uuid
            and p.state = 'paid' and p.tax_month = mine.tax_month)
          > coalesce((select sum(amount_fen) from tax_remittance t
            where t.merchant_id = ${merchantId}::uuid and t.tax_month = mine.tax_month), 0)
        order by mine.tax_month limit 1) as "taxMonth"`;
  if (row === undefined) throw new Error("a question without a row");
  return row;
}
