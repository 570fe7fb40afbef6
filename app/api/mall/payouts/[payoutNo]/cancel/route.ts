import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { cancelPayout } from "@/features/payouts/commands/cancel-payout";
import { payoutNoSchema } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { AppError } from "@/lib/errors/app-error";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";

/** POST: the distributor takes an own withdrawal back, as long as that is possible. */
export function POST(
  request: Request,
  { params }: { params: Promise<{ payoutNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const payoutNo = payoutNoSchema.safeParse((await params).payoutNo);
    if (!payoutNo.success) throw new AppError("not_found");
    const result = await cancelPayout(customer, payoutNo.data, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}
