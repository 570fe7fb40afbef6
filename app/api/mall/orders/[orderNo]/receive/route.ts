import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { confirmReceipt } from "@/features/orders/commands/confirm-receipt";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";

/** POST: the customer receives an own order. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ orderNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { orderNo } = await params;
    const result = await confirmReceipt(customer, orderNo, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
