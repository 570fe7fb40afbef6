import type { Fen } from "@/domain/money/fen";
import { checkQuantities, type WantedLine } from "@/features/orders/queries/check-quantities";
import { loadCheckout } from "@/features/orders/queries/load-checkout";
import { type PricedCheckout, priceCheckout } from "@/features/orders/queries/price-checkout";
import type { OrderQuote } from "@/features/orders/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What an order would cost now, for the checkout page: the same calculation that placeOrder makes.
 * Without an address, or where nothing is delivered, freight and total are null and `fault` says why.
 */
export async function quoteOrder(
  tx: MerchantTx,
  question: {
    merchantId: string;
    customerId: string;
    addressId: string | null;
    lines: readonly WantedLine[];
  },
): Promise<OrderQuote> {
  const { merchantId, customerId, addressId, lines } = question;
  if (lines.length === 0) return { ok: false, reason: "empty" };
  const checked = checkQuantities(lines);
  if (!checked.ok) return checked;
  const checkout = await loadCheckout(tx, {
    merchantId,
    customerId,
    addressId,
    skuIds: checked.lines.map(({ skuId }) => skuId),
    idempotencyKey: null,
  });
  const priced = priceCheckout(checkout, checked.lines);
  return priced.ok ? { ok: true, ...present(priced) } : priced;
}

function present({ lines, goodsFen, discountFen, freight }: PricedCheckout) {
  const freightFen: Fen | null = freight.ok ? freight.freightFen : null;
  return {
    lines: lines.map(({ sku, quantity, unitPriceFen, listPriceFen, payableFen }) => ({
      skuId: sku.skuId,
      productTitle: sku.productTitle,
      optionName: sku.optionName,
      pictureKey: sku.pictureKey,
      left: sku.left,
      quantity,
      unitPriceFen,
      listPriceFen,
      payableFen,
    })),
    goodsFen,
    discountFen,
    freightFen,
    payableFen: freightFen === null ? null : goodsFen - discountFen + freightFen,
    fault: freight.ok ? null : freight.reason,
  };
}
