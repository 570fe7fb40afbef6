import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { Difference } from "@/features/reconciliation/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A rate in basis points of a fen: a fee per payment is a sixth of a per cent or so. */
const halfUp = 5_000;

/**
 * What WeChat charged for the day's payments against the rate that the merchant calculates with: one
 * difference for the whole bill, because a wrong rate is wrong everywhere. How WeChat rounds a single fee
 * is not promised, so a fen per payment is no difference.
 * @returns the difference, or null where the rate is kept or the bill has no payments
 */
export async function findRateDifference(
  tx: MerchantTx,
  question: { merchantId: string; day: string },
): Promise<Difference | null> {
  const { merchantId, day } = question;
  const { to } = shanghaiDayRange(day);
  const [sums] = await tx.$queryRaw<{ oursFen: bigint; theirsFen: bigint; count: number }[]>`
    with policy as (
      select payment_fee_bps as bps from merchant_policy
      where merchant_id = ${merchantId}::uuid and (created_at < ${to} or version = 1)
      order by version desc limit 1)
    select coalesce(sum((l.amount_fen * policy.bps + ${halfUp}) / 10000), 0)::bigint as "oursFen",
      coalesce(sum(l.fee_fen), 0)::bigint as "theirsFen", count(*)::int as count
    from wechat_bill_line l cross join policy
    where l.merchant_id = ${merchantId}::uuid and l.kind = 'trade' and l.day = ${day}::date
      and l.line_kind = 'payment'`;
  if (!sums) return null;
  const { oursFen, theirsFen, count } = sums;
  const apartFen = oursFen > theirsFen ? oursFen - theirsFen : theirsFen - oursFen;
  if (apartFen <= BigInt(count)) return null;
  return {
    kind: "fee_differs",
    lineKind: "payment",
    reference: "rate",
    oursFen,
    theirsFen,
    ourState: "",
  };
}
