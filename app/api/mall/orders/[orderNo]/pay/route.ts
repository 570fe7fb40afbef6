import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { startPayment } from "@/features/payments/commands/start-payment";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";

/** POST: begins or goes on with the payment; answers what WeChat's payment sheet needs. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ orderNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { orderNo } = await params;
    const result = await startPayment(customer, { orderNo }, { now: systemClock() });
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
