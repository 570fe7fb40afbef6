import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { placeOrder } from "@/features/orders/commands/place-order";
import { placeOrderSchema } from "@/features/orders/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";
import { secureRandom } from "@/lib/ids/random-code";

/** POST: places the order; the same idempotency key finds the order of the first tap. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const input = await readJson(request, placeOrderSchema);
    const at = { now: systemClock(), random: secureRandom };
    const result = await placeOrder(customer, input, at);
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
