import type { Fen } from "./fen";

const FEN_PER_YUAN = 100n;

/**
 * Fen as yuan for people, with thousands separators and two decimals: 123450n is "1,234.50",
 * -5n is "-0.05". No currency sign: the screen decides where it stands.
 */
export function formatYuan(fen: Fen): string {
  return format(fen, (yuan) => yuan.replace(/\B(?=(\d{3})+$)/g, ","));
}

/** The same with the currency's sign, and a minus before it: 123450n is "¥1,234.50", -5n is "-¥0.05". */
export function showYuan(fen: Fen): string {
  return fen < 0n ? `-¥${formatYuan(-fen)}` : `¥${formatYuan(fen)}`;
}

/** Fen as yuan for files and form fields, without separators: 123450n is "1234.50". */
export function formatYuanPlain(fen: Fen): string {
  return format(fen, (yuan) => yuan);
}

function format(fen: Fen, writeYuan: (digits: string) => string): string {
  const sign = fen < 0n ? "-" : "";
  const absoluteFen = fen < 0n ? -fen : fen;
  const yuan = writeYuan((absoluteFen / FEN_PER_YUAN).toString());
  const cents = (absoluteFen % FEN_PER_YUAN).toString().padStart(2, "0");
  return `${sign}${yuan}.${cents}`;
}
