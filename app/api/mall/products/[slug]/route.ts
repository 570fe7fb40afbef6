import { listOffers } from "@/features/catalogue/queries/list-offers";
import { toOfferJson } from "@/features/catalogue/schema";
import { merchantOfRequest } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { AppError } from "@/lib/errors/app-error";
import { answerJson } from "@/lib/http/answer-json";

/** GET: prices and stock of a product as they are now. */
export function GET(
  request: Request,
  { params }: { params: Promise<{ slug: string }> },
): Promise<Response> {
  return answerJson(async () => {
    const shop = await merchantOfRequest(request);
    if (!shop) throw new AppError("not_found");
    const { merchantId } = shop;
    const { slug } = await params;
    const offers = await inMerchant(merchantId, (tx) => listOffers(tx, { merchantId, slug }));
    if (!offers) throw new AppError("not_found");
    return { body: { offers: offers.map(toOfferJson) } };
  });
}
