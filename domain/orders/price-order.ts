import { allocateByLargestRemainder } from "../money/allocate";
import { type Fen, smallerFen, sumFen } from "../money/fen";

export type OrderLineToPrice = {
  key: string;
  unitPriceFen: Fen;
  quantity: number;
  /** The crossed-out price per unit, frozen with the line but never counted; null when there is none. */
  listPriceFen?: Fen | null | undefined;
};

export type PricedOrderLine = {
  key: string;
  quantity: number;
  listPriceFen: Fen | null;
  unitPriceFen: Fen;
  /** unitPriceFen × quantity. */
  grossFen: Fen;
  /** This line's frozen share of the order's discount. */
  proratedDiscountFen: Fen;
  /** What the customer really pays for the line, without freight: the base of its commissions. */
  payableFen: Fen;
};

export type PricedOrder = {
  lines: PricedOrderLine[];
  goodsFen: Fen;
  discountFen: Fen;
  freightFen: Fen;
  /** goodsFen − discountFen + freightFen. */
  payableFen: Fen;
};

/**
 * Prices an order once, at checkout; the result is frozen on its lines.
 * The discount is spread over the lines by largest remainder and never exceeds the goods: a coupon
 * of 50 yuan on goods of 30 takes 30, and never pays for freight.
 * Throws RangeError for a negative amount or a quantity that is no integer of at least 1.
 */
export function priceOrder(order: {
  lines: readonly OrderLineToPrice[];
  discountFen: Fen;
  freightFen: Fen;
}): PricedOrder {
  const { freightFen } = order;
  if (freightFen < 0n) throw new RangeError(`freightFen must not be negative: ${freightFen}`);
  const grossFens = order.lines.map(grossOfLine);
  const goodsFen = sumFen(grossFens);
  const discountFen = smallerFen(order.discountFen, goodsFen);
  // Refuses negative prices and discounts too.
  const sharesFen = allocateByLargestRemainder(discountFen, grossFens);

  const lines = order.lines.map((line, index) => {
    const grossFen = grossFens[index] ?? 0n;
    const proratedDiscountFen = sharesFen[index] ?? 0n;
    return {
      key: line.key,
      quantity: line.quantity,
      listPriceFen: line.listPriceFen ?? null,
      unitPriceFen: line.unitPriceFen,
      grossFen,
      proratedDiscountFen,
      payableFen: grossFen - proratedDiscountFen,
    };
  });
  return {
    lines,
    goodsFen,
    discountFen,
    freightFen,
    payableFen: goodsFen - discountFen + freightFen,
  };
}

function grossOfLine(line: OrderLineToPrice): Fen {
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) {
    throw new RangeError(`quantity must be an integer of at least 1: ${line.quantity}`);
  }
  return line.unitPriceFen * BigInt(line.quantity);
}
