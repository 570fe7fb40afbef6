import type { Fen } from "./fen";

/** The largest amount a person may type: ten million yuan. Above it a slip is likelier than a price. */
export const MAX_TYPED_FEN: Fen = 10_000_000_00n;

export type ParsedYuan =
  | { ok: true; fen: Fen }
  | {
      ok: false;
      reason: "empty" | "not_a_number" | "too_many_decimals" | "negative" | "too_large";
    };

const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;
const MAX_YUAN_DIGITS = MAX_TYPED_FEN.toString().length;

/**
 * Reads an amount in yuan as a person or a spreadsheet writes it, and returns fen: "1,234.5",
 * "￥１２．５０". Full-width digits, commas and dots (also 。) count as their ASCII forms, one ￥ or ¥
 * may lead, and thousands separators must stand in their places, so that "1,5" is not read as 15.
 */
export function parseYuan(text: string): ParsedYuan {
  const plain = toAscii(text.trim());
  const unsigned = plain.replace(/^(-?)\s*¥\s*(-?)/, "$1$2");
  if (unsigned === "") return { ok: false, reason: "empty" };
  const negative = unsigned.startsWith("-");
  const match = AMOUNT.exec(negative ? unsigned.slice(1) : unsigned);
  if (match === null) return { ok: false, reason: "not_a_number" };
  if (negative) return { ok: false, reason: "negative" };

  const yuanDigits = (match[1] ?? "").replaceAll(",", "").replace(/^0+(?=\d)/, "");
  const centDigits = match[2] ?? "";
  if (centDigits.length > 2) return { ok: false, reason: "too_many_decimals" };
  // Length first: a megabyte of digits must not reach BigInt.
  if (yuanDigits.length > MAX_YUAN_DIGITS) return { ok: false, reason: "too_large" };
  const fen = BigInt(yuanDigits + centDigits.padEnd(2, "0"));
  return fen > MAX_TYPED_FEN ? { ok: false, reason: "too_large" } : { ok: true, fen };
}

/**
 * Chinese keyboards produce these. Not Unicode's NFKC: that would also turn "²" and "①" into digits.
 */
function toAscii(text: string): string {
  return text
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。]/g, ".")
    .replace(/，/g, ",")
    .replace(/[－−]/g, "-")
    .replace(/￥/g, "¥");
}
