import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "pay",
  "starting",
  "checking",
  "cancelled",
  "failed",
  "no_bridge",
  "slow",
  "refresh",
] as const;

export type PayText = Record<(typeof keys)[number], string>;

/** The sentences of the pay button, handed over by the server so that no catalogue is shipped. */
export function payText(): PayText {
  const entries = keys.map((key) => [key, String(mallText.raw(`mall.pay.${key}`))]);
  return Object.fromEntries(entries) as PayText;
}
