import { readPayoutInput } from "@/app/api/mall/payouts/read-payout-input";
import { refusePayout } from "@/app/api/mall/payouts/refuse-payout";
import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { requestPayout } from "@/features/payouts/commands/request-payout";
import { payoutRequestInput } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { answerJson } from "@/lib/http/answer-json";
import { secureRandom } from "@/lib/ids/random-code";

/** POST: asks for a withdrawal at the tax that the page has shown; another tax is shown again first. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const customer = await requireApiCustomer(request);
    const read = await readPayoutInput(request, payoutRequestInput);
    if (!read.ok) return { status: 422, body: read };
    const { amount: amountFen, channel, seenTaxFen } = read.input;
    const at = { now: systemClock(), random: secureRandom };
    const requested = await requestPayout(customer, { amountFen, channel, seenTaxFen }, at);
    return requested.ok ? { body: requested } : refusePayout(requested);
  });
}
