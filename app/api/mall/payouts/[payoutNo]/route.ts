import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import { getOwnPayout } from "@/features/payouts/queries/get-own-payout";
import { payoutNoSchema } from "@/features/payouts/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { AppError } from "@/lib/errors/app-error";
import { answerJson } from "@/lib/http/answer-json";

/** GET: where an own withdrawal stands, and what WeChat's confirmation page is opened with. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ payoutNo: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const { merchantId, customerId } = await requireApiCustomer(request);
    const payoutNo = payoutNoSchema.safeParse((await params).payoutNo);
    if (!payoutNo.success) throw new AppError("not_found");
    const payout = await inMerchant(merchantId, async (tx) => {
      const distributor = await getOwnDistributor(tx, { merchantId, customerId });
      if (!distributor) return null;
      const { distributorId } = distributor;
      return getOwnPayout(tx, { merchantId, distributorId, payoutNo: payoutNo.data });
    });
    if (!payout) throw new AppError("not_found");
    const { state, confirmation, canCancel } = payout;
    return { body: { state, confirmation, canCancel } };
  });
}
