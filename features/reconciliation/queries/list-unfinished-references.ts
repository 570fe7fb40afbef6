import type { MerchantTx } from "@/lib/db/in-merchant";

/** Numbers of the bill that we know and hold for not done: the notification was lost, or is late. */
export async function listUnfinishedReferences(
  tx: MerchantTx,
  question: { merchantId: string; mchId: string; day: string; limit: number },
): Promise<{ lineKind: "payment" | "refund"; reference: string }[]> {
  const { merchantId, mchId, day, limit } = question;
  return tx.$queryRaw<{ lineKind: "payment" | "refund"; reference: string }[]>`
    select l.line_kind as "lineKind", l.reference
    from wechat_bill_line l
    left join payment p on l.line_kind = 'payment' and p.merchant_id = l.merchant_id
      and p.mch_id = ${mchId} and p.out_trade_no = l.reference and p.state in ('created', 'closed')
    left join refund r on l.line_kind = 'refund' and r.merchant_id = l.merchant_id
      and r.mch_id = ${mchId} and r.out_refund_no = l.reference
      and r.state in ('requested', 'processing', 'abnormal')
    where l.merchant_id = ${merchantId}::uuid and l.kind = 'trade' and l.day = ${day}::date
      and (p.id is not null or r.id is not null)
    order by l.line_no limit ${limit}`;
}
