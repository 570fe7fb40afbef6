/** Fen as yuan with two decimals, the sign in front. */
export function yuan(fen: number): string {
  const size = Math.abs(fen);
  const text = `${Math.floor(size / 100)}.${String(size % 100).padStart(2, "0")}`;
  return fen < 0 ? `-${text}` : text;
}
