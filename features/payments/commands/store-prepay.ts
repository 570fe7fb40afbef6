import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { prepayLifeMs } from "@/lib/wechat/pay/prepay-jsapi";

/**
 * Keeps the prepay id for the next tap. Two taps at once have asked twice: the first to arrive here
 * wins, and both get its id.
 * @returns taken_back when the order was closed or paid while WeChat was asked
 */
export async function storePrepay(
  merchantId: AuthorizedMerchantId,
  prepay: { paymentId: string; prepayId: string; usableUntil: Date; now: Date },
): Promise<{ ok: true; prepayId: string } | { ok: false; reason: "taken_back" }> {
  const { paymentId, prepayId, usableUntil, now } = prepay;
  const until = new Date(now.getTime() + prepayLifeMs);
  const [row] = await inMerchant(
    merchantId,
    (tx) => tx.$queryRaw<{ prepayId: string }[]>`
      update payment set
        prepay_id = case when prepay_until > ${usableUntil} then prepay_id else ${prepayId} end,
        prepay_until = case when prepay_until > ${usableUntil} then prepay_until else ${until} end
      where merchant_id = ${merchantId}::uuid and id = ${paymentId}::uuid and state = 'created'
        and exists (select from orders o where o.merchant_id = payment.merchant_id
          and o.id = payment.order_id and o.state = 'awaiting_payment')
      returning prepay_id as "prepayId"`,
  );
  return row ? { ok: true, prepayId: row.prepayId } : { ok: false, reason: "taken_back" };
}
