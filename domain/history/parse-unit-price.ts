import type { Fen } from "../money/fen";

const PRICE = /^(-?)[¥￥£$€]?(\d{1,9}|\d{1,3}(?:,\d{3}){1,3})(?:\.(\d{1,8}))?$/;

/**
 * Reads a unit price as another system exported it, and rounds it half up to the fen: "1,234.5", "¥2.955",
 * "0.001" (which is 0 fen). @returns null for what is no price, also for a comma as decimal point
 */
export function parseUnitPrice(text: string): Fen | null {
  const match = PRICE.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole = "", decimals = ""] = match;
  const digits = decimals.padEnd(3, "0");
  const fen = BigInt(whole.replaceAll(",", "")) * 100n + BigInt(digits.slice(0, 2));
  const rounded = fen + (digits.charAt(2) >= "5" ? 1n : 0n);
  return sign === "-" ? -rounded : rounded;
}
