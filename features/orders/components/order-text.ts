import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "cancel",
  "cancel_title",
  "cancel_body",
  "cancel_confirm",
  "keep",
  "receive",
  "receive_title",
  "receive_body",
  "receive_confirm",
  "not_yet",
  "call",
  "buy_again",
] as const;

export type OrderText = Record<(typeof keys)[number], string>;

/** The sentences of an order's buttons, handed over by the server so that no catalogue is shipped. */
export function orderText(): OrderText {
  const entries = keys.map((key) => [key, mallText(`mall.orders.${key}`)]);
  return Object.fromEntries(entries) as OrderText;
}
