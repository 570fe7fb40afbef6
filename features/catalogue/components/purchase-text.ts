import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "choose",
  "choose_title",
  "chosen",
  "not_chosen",
  "single_option",
  "options",
  "quantity",
  "less",
  "more",
  "left_few",
  "left_plenty",
  "left_none",
  "add",
  "buy",
  "sold_out",
  "added",
  "go_cart",
  "cart",
] as const;

export type PurchaseText = Record<
  (typeof keys)[number] | "close" | "home" | "cart_count" | "list_price",
  string
>;

/** The sentences of the purchase panel, handed over by the server so that no catalogue is shipped. */
export function purchaseText(): PurchaseText {
  const own = Object.fromEntries(
    keys.map((key) => [key, String(mallText.raw(`mall.product.${key}`))]),
  );
  return {
    ...(own as Record<(typeof keys)[number], string>),
    close: mallText("mall.common.close"),
    list_price: mallText("mall.common.list_price"),
    home: mallText("mall.tabs.home"),
    cart_count: String(mallText.raw("mall.tabs.cart_count")),
  };
}
