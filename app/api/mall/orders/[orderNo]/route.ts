import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { getCustomerOrder } from "@/features/orders/queries/get-customer-order";
import { checkPayment } from "@/features/payments/commands/check-payment";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { AppError } from "@/lib/errors/app-error";
import { answerJson } from "@/lib/http/answer-json";

/**
 * GET: the state of an own order, for the page that waits for its payment. WeChat is asked too (at
 * most every two seconds per order), so that a lost notification costs nobody a minute.
 */
export function GET(
  request: Request,
  { params }: { params: Promise<{ orderNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const { merchantId, customerId } = await requireApiCustomer(request);
    const { orderNo } = await params;
    const now = systemClock();
    await checkPayment({ merchantId, customerId }, { orderNo }, { now });
    const question = { merchantId, customerId, orderNo, now };
    const order = await inMerchant(merchantId, (tx) => getCustomerOrder(tx, question));
    if (!order) throw new AppError("not_found");
    return { body: { state: order.state, nextStep: order.nextStep } };
  });
}
