/** Where a page of a list by amount ends, the largest first. Ids break ties of the same amount. */
export type AmountCursor = { fen: bigint; id: string };

export function writeAmountCursor({ fen, id }: AmountCursor): string {
  return `${fen}.${id}`;
}

/** @returns null for anything that writeAmountCursor did not write */
export function readAmountCursor(text: string | undefined): AmountCursor | null {
  const match = /^(-?\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text ?? "");
  if (!match?.[1] || !match[2]) return null;
  return { fen: BigInt(match[1]), id: match[2] };
}
