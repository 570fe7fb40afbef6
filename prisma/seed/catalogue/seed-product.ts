/** One sellable option of a product. Money in fen, weight in grams with packaging. */
export interface SeedSku {
  code: string;
  name: string;
  priceFen: bigint;
  listPriceFen: bigint;
  costFen: bigint;
  stock: number;
  weightGrams: number;
}

/** A row of the table under the description. */
export interface SeedSpec {
  label: string;
  value: string;
}

/** A product of the demo, as a merchant would describe it. `pictures[0]` is the main one. */
export interface SeedProduct {
  slug: string;
  name: string;
  subtitle: string;
  category: string;
  scenes: readonly string[];
  paragraphs: readonly string[];
  specs: readonly SeedSpec[];
  pictures: readonly string[];
  skus: readonly SeedSku[];
}

/** Writes a SKU in one line: price, list price and cost in fen, stock in pieces, grams. */
export function sku(
  code: string,
  name: string,
  money: readonly [priceFen: bigint, listPriceFen: bigint, costFen: bigint],
  stock: number,
  weightGrams: number,
): SeedSku {
  const [priceFen, listPriceFen, costFen] = money;
  return { code, name, priceFen, listPriceFen, costFen, stock, weightGrams };
}

/** Turns `{ 净含量: "130 克" }` into rows, in the order written. */
export function specs(table: Readonly<Record<string, string>>): readonly SeedSpec[] {
  return Object.entries(table).map(([label, value]) => ({ label, value }));
}
