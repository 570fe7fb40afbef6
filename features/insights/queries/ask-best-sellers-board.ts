import { type AbcRow, classifyAbc } from "@/domain/metrics/abc";
import type { Figures } from "@/domain/metrics/measures";
import { netFen } from "@/domain/metrics/sales-sums";
import { productsOfPart } from "@/features/insights/queries/products-of-part";
import { rankSlices } from "@/features/insights/queries/rank-slices";
import { readFigures } from "@/features/insights/queries/read-figures";
import { readSlices, type SliceFigures } from "@/features/insights/queries/read-slices";
import type { BestSellerOrder, ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A catalogue of that many products is classified whole; more are the tail of class C. */
export const CLASSIFIED = 10_000;
const SHOWN = 50;
const wholeShop = { kind: "all", key: "" } as const;

export type BestSellerRow = SliceFigures & {
  rank: number;
  abc: AbcRow;
  /** The place in the window compared with; null for who sold nothing then. */
  rankBefore: number | null;
};

export type BestSellersBoard = {
  rows: BestSellerRow[];
  whole: Figures;
  before: Figures | null;
  /** How many products each class has and what they sold. */
  classes: Record<AbcRow["abcClass"], { products: number; netSalesFen: bigint }>;
};

/**
 * Everything that the board of best sellers shows (analytics.md, board 6); services are no products. Of a
 * category or scene where one is asked, ranked and classified among its own products.
 * @param limit as many as are shown; all that are classified for a file
 */
export async function askBestSellersBoard(
  tx: MerchantTx,
  asked: { merchantId: string; request: ReadBoard; order: BestSellerOrder; limit?: number },
): Promise<BestSellersBoard> {
  const { merchantId, request, order, limit = SHOWN } = asked;
  const { window, compare } = request;
  const within = await productsOfPart(tx, { merchantId, slice: request.slice });
  const kind = "product";
  const windows = compare ? [window, compare] : [window];
  const slice = within ? request.slice : wholeShop;
  const [{ ranked, before: earlier }, [whole, before = null]] = await Promise.all([
    rankSlices(tx, {
      ...{ merchantId, kind, window, compare, order, limit: CLASSIFIED },
      ...(within ? { among: within } : {}),
    }),
    readFigures(tx, { merchantId, slice, windows }),
  ]);
  const keys = ranked.slice(0, limit).map(({ key }) => key);
  const shown = await readSlices(tx, { merchantId, kind, window, keys });
  if (!whole) throw new Error("a window without figures");
  const abc = classifyAbc(ranked.map((one) => ({ productId: one.key, netSalesFen: netFen(one) })));
  const classOf = new Map(abc.map((row) => [row.productId, row]));
  const rankBefore = new Map(earlier.map(({ key }, at) => [key, at + 1]));
  const rows = shown.flatMap((product, at) => {
    const own = classOf.get(product.key);
    if (!own) return [];
    const { key } = product;
    return [{ ...product, rank: at + 1, abc: own, rankBefore: rankBefore.get(key) ?? null }];
  });
  return { rows, whole, before, classes: sumClasses(abc) };
}

function sumClasses(abc: readonly AbcRow[]): BestSellersBoard["classes"] {
  const sum = (name: AbcRow["abcClass"]) => {
    const rows = abc.filter(({ abcClass }) => abcClass === name);
    const netSalesFen = rows.reduce((total, row) => total + row.netSalesFen, 0n);
    return { products: rows.length, netSalesFen };
  };
  return { A: sum("A"), B: sum("B"), C: sum("C") };
}
