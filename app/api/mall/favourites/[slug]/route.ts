import { findCartOwner, requireCartOwner } from "@/app/api/mall/cart/cart-owner";
import { setFavourite } from "@/features/favourites/commands/set-favourite";
import { isFavourite } from "@/features/favourites/queries/is-favourite";
import { setFavouriteSchema } from "@/features/favourites/schema";
import { merchantOfRequest } from "@/features/merchants/gate";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { AppError } from "@/lib/errors/app-error";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

type Context = { params: Promise<{ slug: string }> };

/** GET: whether whoever asks keeps this product. */
export function GET(request: Request, { params }: Context): Promise<Response> {
  return answerJson(async () => {
    const shop = await merchantOfRequest(request);
    if (!shop) throw new AppError("not_found");
    const { merchantId } = shop;
    const owner = await findCartOwner(request);
    const { slug } = await params;
    const isOn = await inMerchant(merchantId, (tx) => isFavourite(tx, { merchantId, owner, slug }));
    if (isOn === null) throw new AppError("not_found");
    return { body: { isOn } };
  });
}

/** PUT { isOn }: keeps it, or no longer. */
export function PUT(request: Request, { params }: Context): Promise<Response> {
  return answerJson(async () => {
    const { isOn } = await readJson(request, setFavouriteSchema);
    const { owner, headers } = await requireCartOwner(request);
    const result = await setFavourite(owner, { slug: (await params).slug, isOn }, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason), headers };
  });
}
