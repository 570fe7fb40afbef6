import { readPayoutInput } from "@/app/api/mall/payouts/read-payout-input";
import { refusePayout } from "@/app/api/mall/payouts/refuse-payout";
import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import { describeQuote } from "@/features/payouts/components/describe-quote";
import { quotePayout } from "@/features/payouts/queries/quote-payout";
import { payoutQuoteInput } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { answerJson } from "@/lib/http/answer-json";

/** POST: what would be withheld and arrive, and how that is computed. Changes nothing. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const { merchantId, customerId } = await requireApiCustomer(request);
    const read = await readPayoutInput(request, payoutQuoteInput);
    if (!read.ok) return { status: 422, body: read };
    const { amount: amountFen, channel } = read.input;
    const now = systemClock();
    const quoted = await inMerchant(merchantId, async (tx) => {
      const distributor = await getOwnDistributor(tx, { merchantId, customerId });
      if (!distributor) return { ok: false, reason: "not_a_distributor" } as const;
      const { distributorId } = distributor;
      return quotePayout(tx, { merchantId, distributorId, amountFen, channel, now });
    });
    return quoted.ok ? { body: { ok: true, quote: describeQuote(quoted) } } : refusePayout(quoted);
  });
}
