import { type Fen, sumFen } from "../money/fen";

/** What became of a line since it was put into the cart; the first that applies. */
export type CartLineState =
  | "taken_down"
  | "sold_out"
  | "too_few_left"
  | "price_rose"
  | "price_fell"
  | "as_seen";

/** Compares a line of a cart with the shop as it is now. `left` is what can still be promised. */
export function decideCartLineState(line: {
  onSale: boolean;
  left: number;
  quantity: number;
  seenUnitPriceFen: Fen;
  unitPriceFen: Fen;
}): CartLineState {
  if (!line.onSale) return "taken_down";
  if (line.left <= 0) return "sold_out";
  if (line.left < line.quantity) return "too_few_left";
  if (line.unitPriceFen > line.seenUnitPriceFen) return "price_rose";
  if (line.unitPriceFen < line.seenUnitPriceFen) return "price_fell";
  return "as_seen";
}

/** Whether a line can go to the checkout as it stands. */
export function canBuyLine(line: { state: CartLineState }): boolean {
  return !["taken_down", "sold_out", "too_few_left"].includes(line.state);
}

/** What the lines that can be bought cost together, in fen, without freight. */
export function calculateCartTotal(
  lines: readonly { state: CartLineState; unitPriceFen: Fen; quantity: number }[],
): Fen {
  return sumFen(
    lines.filter(canBuyLine).map(({ unitPriceFen, quantity }) => unitPriceFen * BigInt(quantity)),
  );
}
