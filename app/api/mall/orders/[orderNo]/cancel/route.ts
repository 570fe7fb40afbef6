import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { cancelOrder } from "@/features/orders/commands/cancel-order";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";

/** POST: the customer cancels an own order. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ orderNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { orderNo } = await params;
    const result = await cancelOrder(customer, orderNo, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
