import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "remove",
  "removed",
  "undo",
  "taken_down",
  "sold_out",
  "too_few_left",
  "take_left",
  "price_rose",
  "price_fell",
  "total",
  "freight_later",
  "checkout",
  "nothing_buyable",
  "left_out",
  "quantity_of",
] as const;

export type CartText = Record<(typeof keys)[number] | "less" | "more", string>;

/** The sentences of the cart, handed over by the server so that no catalogue is shipped. */
export function cartText(): CartText {
  const own = Object.fromEntries(
    keys.map((key) => [key, String(mallText.raw(`mall.cart.${key}`))]),
  );
  return {
    ...(own as Record<(typeof keys)[number], string>),
    less: mallText("mall.product.less"),
    more: mallText("mall.product.more"),
  };
}
