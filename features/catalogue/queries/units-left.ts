/** What can be promised of a SKU; one without a stock row has none. */
export function unitsLeft(stock: { onHand: number; reserved: number } | null): number {
  return stock ? Math.max(0, stock.onHand - stock.reserved) : 0;
}
