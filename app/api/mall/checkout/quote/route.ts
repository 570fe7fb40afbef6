import { z } from "zod";
import { requireApiCustomer } from "@/app/api/mall/require-api-customer";
import { quoteOrder } from "@/features/orders/queries/quote-order";
import { inMerchant } from "@/lib/db/in-merchant";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

const quoteOrderSchema = z.object({
  lines: z.array(z.object({ skuId: z.uuid(), quantity: z.unknown() })).max(100),
  addressId: z.uuid().nullable(),
});

/** POST: what these lines would cost now, freight included. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const { merchantId, customerId } = await requireApiCustomer(request);
    const { lines, addressId } = await readJson(request, quoteOrderSchema);
    const quote = await inMerchant(merchantId, (tx) =>
      quoteOrder(tx, { merchantId, customerId, addressId, lines }),
    );
    return { body: quote, status: quote.ok ? 200 : statusOfReason(quote.reason) };
  });
}
