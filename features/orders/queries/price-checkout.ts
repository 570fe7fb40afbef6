import { type Fen, sumFen } from "@/domain/money/fen";
import type { FreightTemplate } from "@/domain/orders/calculate-freight";
import { freightOfParcel } from "@/domain/orders/freight-of-parcel";
import { type PricedOrderLine, priceOrder } from "@/domain/orders/price-order";
import type { CheckedLine } from "@/features/orders/queries/check-quantities";
import type { Checkout, CheckoutSku } from "@/features/orders/queries/load-checkout";

export type PricedLine = PricedOrderLine & { lineNo: number; sku: CheckoutSku };

export type PricedCheckout = {
  lines: PricedLine[];
  goodsFen: Fen;
  discountFen: Fen;
  freight:
    | { ok: true; freightFen: Fen }
    | { ok: false; reason: "not_delivered" | "address_missing" };
};

export type PriceCheckoutResult =
  | ({ ok: true } & PricedCheckout)
  | { ok: false; reason: "sku_gone"; skuIds: string[] }
  | { ok: false; reason: "sold_out"; lines: { skuId: string; left: number }[] };

/**
 * Prices what a customer wants at the prices of now. `sold_out` is a first look that spares the
 * transaction; reserveStock decides.
 */
export function priceCheckout(
  checkout: Checkout,
  wanted: readonly CheckedLine[],
): PriceCheckoutResult {
  const skus = new Map(checkout.skus.map((sku) => [sku.skuId, sku]));
  const gone = wanted.filter(({ skuId }) => !skus.has(skuId)).map(({ skuId }) => skuId);
  if (gone.length > 0) return { ok: false, reason: "sku_gone", skuIds: gone };
  const short = findShort(checkout.skus, wanted);
  if (short.length > 0) return { ok: false, reason: "sold_out", lines: short };

  const found = wanted.flatMap(({ skuId, quantity }) => {
    const sku = skus.get(skuId);
    return sku ? [{ sku, quantity }] : [];
  });
  const { lines, goodsFen, discountFen } = priceOrder({
    lines: found.map(({ sku, quantity }) => ({ ...sku, key: sku.skuId, quantity })),
    discountFen: 0n,
    freightFen: 0n,
  });
  const priced = lines.flatMap((line, index) => {
    const sku = skus.get(line.key);
    return sku ? [{ ...line, lineNo: index + 1, sku }] : [];
  });
  return { ok: true, lines: priced, goodsFen, discountFen, freight: freightOf(checkout, priced) };
}

function findShort(skus: readonly CheckoutSku[], wanted: readonly CheckedLine[]) {
  return skus.flatMap(({ skuId, left }) => {
    const lines = wanted.filter((line) => line.skuId === skuId);
    const quantity = lines.reduce((sum, line) => sum + line.quantity, 0);
    return quantity > left ? [{ skuId, left: Math.max(left, 0) }] : [];
  });
}

/** Each product's own template, else the shop's default one; see freightOfParcel for several. */
function freightOf(checkout: Checkout, lines: readonly PricedLine[]): PricedCheckout["freight"] {
  if (checkout.address === null) return { ok: false, reason: "address_missing" };
  const fallback = checkout.templates.find(({ isDefault }) => isDefault);
  const templates = new Set<FreightTemplate>();
  for (const { sku } of lines) {
    const own = checkout.templates.find(({ id }) => id === sku.freightTemplateId);
    const template = own ?? fallback;
    if (template) templates.add(template);
  }
  return freightOfParcel([...templates], {
    province: checkout.address.province,
    quantity: lines.reduce((sum, line) => sum + line.quantity, 0),
    goodsFen: sumFen(lines.map(({ payableFen }) => payableFen)),
  });
}
