import { findCartOwner, requireCartOwner } from "@/app/api/mall/cart/cart-owner";
import { addToCart } from "@/features/carts/commands/add-to-cart";
import { removeFromCart } from "@/features/carts/commands/remove-from-cart";
import { setQuantity } from "@/features/carts/commands/set-quantity";
import { countCart } from "@/features/carts/queries/count-cart";
import { getCart } from "@/features/carts/queries/get-cart";
import { addToCartSchema, cartSkuSchema, setQuantitySchema } from "@/features/carts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { answerJson, statusOfReason } from "@/lib/http/answer-json";
import { readJson } from "@/lib/http/read-json";

/** GET: the cart; ?view=count only says how many pieces lie in it. */
export function GET(request: Request): Promise<Response> {
  return answerJson(async () => {
    const owner = await findCartOwner(request);
    const countOnly = new URL(request.url).searchParams.get("view") === "count";
    if (!owner) return { body: countOnly ? { count: 0 } : { lines: [], count: 0 } };
    return {
      body: await inMerchant(owner.merchantId, async (tx) =>
        countOnly ? { count: await countCart(tx, owner) } : getCart(tx, owner),
      ),
    };
  });
}

/** POST { skuId, quantity, seenUnitPriceFen }: puts it into the cart. */
export function POST(request: Request): Promise<Response> {
  return answerJson(async () => {
    const input = await readJson(request, addToCartSchema);
    const { owner, headers } = await requireCartOwner(request);
    const result = await addToCart(owner, input, systemClock());
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason), headers };
  });
}

/** PATCH { skuId, quantity }: sets how many. */
export function PATCH(request: Request): Promise<Response> {
  return answerJson(async () => {
    const input = await readJson(request, setQuantitySchema);
    const owner = await findCartOwner(request);
    if (!owner) return { status: 404, body: { ok: false, reason: "not_found" } };
    const result = await setQuantity(owner, input);
    return { body: result, status: result.ok ? 200 : statusOfReason(result.reason) };
  });
}

/** DELETE { skuId }: takes it out. */
export function DELETE(request: Request): Promise<Response> {
  return answerJson(async () => {
    const { skuId } = await readJson(request, cartSkuSchema);
    const owner = await findCartOwner(request);
    if (owner) await removeFromCart(owner, skuId);
    return { body: { ok: true } };
  });
}
