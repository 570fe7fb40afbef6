import type { Fen } from "@/domain/money/fen";

/** Bills print yuan with up to five decimals: a thousandth of a fen is their smallest unit. */
export type MilliFen = bigint;

const MILLI_FEN_PER_FEN = 1_000n;
const amount = /^(-?)(\d{1,12})(?:\.(\d{1,5}))?$/;

/** Yuan as a bill writes them, "-0.59400", in thousandths of a fen; null for anything else. */
export function readBillMilliFen(text: string): MilliFen | null {
  const match = amount.exec(text);
  if (match === null) return null;
  const [, sign, yuan = "", decimals = ""] = match;
  const digits = BigInt(yuan + decimals.padEnd(5, "0"));
  return sign === "-" ? -digits : digits;
}

/** Yuan as a bill writes them, in fen; null for what is no whole number of fen. */
export function readBillFen(text: string): Fen | null {
  const milliFen = readBillMilliFen(text);
  return milliFen === null || milliFen % MILLI_FEN_PER_FEN !== 0n
    ? null
    : milliFen / MILLI_FEN_PER_FEN;
}

/** To whole fen, half away from zero: only for fees, which some bills print finer than a fen. */
export function roundMilliFen(milliFen: MilliFen): Fen {
  const half = MILLI_FEN_PER_FEN / 2n;
  return (milliFen < 0n ? milliFen - half : milliFen + half) / MILLI_FEN_PER_FEN;
}
