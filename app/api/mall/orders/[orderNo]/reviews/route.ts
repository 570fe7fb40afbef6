import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { saveReview } from "@/features/reviews/commands/save-review";
import { withdrawReview } from "@/features/reviews/commands/withdraw-review";
import { saveReviewSchema, withdrawReviewSchema } from "@/features/reviews/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

type Context = { params: Promise<{ orderNo: string }> };

/** POST: the customer reviews a line of an own order, or says it otherwise. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { orderNo } = await params;
    const input = await readJson(request, saveReviewSchema);
    const result = await saveReview(customer, orderNo, input, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}

/** DELETE: the customer takes an own review back. */
export function DELETE(request: Request, { params }: Context): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const { orderNo } = await params;
    const { lineNo } = await readJson(request, withdrawReviewSchema);
    const result = await withdrawReview(customer, { orderNo, lineNo }, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
