import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { answerNps } from "@/features/reviews/commands/answer-nps";
import { answerNpsSchema } from "@/features/reviews/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

/** POST: how likely the customer of an order that has arrived is to recommend the shop. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ orderNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { orderNo } = await params;
    const input = await readJson(request, answerNpsSchema);
    const result = await answerNps(customer, orderNo, input, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
