import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "add_address",
  "add_address_hint",
  "change_address",
  "goods",
  "freight",
  "free",
  "note",
  "note_placeholder",
  "payable",
  "submit",
  "submitting",
  "confirm_new",
  "price_changed",
  "sold_out_line",
  "sold_out_none",
  "gone_line",
  "use_left",
  "drop",
  "fix_first",
  "agree",
  "was",
] as const;

export type CheckoutText = Record<(typeof keys)[number], string>;

/** The sentences of the checkout, handed over by the server so that no catalogue is shipped. */
export function checkoutText(): CheckoutText {
  const entries = keys.map((key) => [key, String(mallText.raw(`mall.checkout.${key}`))]);
  return Object.fromEntries(entries) as CheckoutText;
}
