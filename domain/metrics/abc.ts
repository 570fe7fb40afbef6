import { type Bps, type Fen, sumFen, WHOLE_BPS } from "../money/fen";
import { ratioBps } from "./compare";

/** Up to this cumulative share of net sales a product is A, up to the second B, beyond it C. */
const A_UP_TO_BPS: Bps = 8_000;
const B_UP_TO_BPS: Bps = 9_000;

export type AbcClass = "A" | "B" | "C";

/** `cumulativeBps` is the share of net sales that this product and all better ones have together. */
export type AbcRow = {
  productId: string;
  netSalesFen: Fen;
  cumulativeBps: Bps | null;
  abcClass: AbcClass;
};

/**
 * The products from the best seller down with their classes (analytics.md, board 6); equal sales stand
 * by id. The whole is what the products above 0 sold: a product that only took refunds is C and its
 * share is null, because with it the cumulative share would pass 100 % and fall again. The best seller
 * is always A, also when it alone has more than 80 %.
 */
export function classifyAbc(
  products: readonly { productId: string; netSalesFen: Fen }[],
): AbcRow[] {
  const totalFen = sumFen(products.map(({ netSalesFen }) => netSalesFen).filter((fen) => fen > 0n));
  let cumulativeFen = 0n;
  return products.toSorted(bySales).map(({ productId, netSalesFen }, rank) => {
    if (netSalesFen <= 0n) {
      return { productId, netSalesFen, cumulativeBps: null, abcClass: "C" };
    }
    cumulativeFen += netSalesFen;
    const cumulativeBps = ratioBps(cumulativeFen, totalFen);
    const abcClass = rank === 0 ? "A" : classOf(cumulativeFen, totalFen);
    return { productId, netSalesFen, cumulativeBps, abcClass };
  });
}

/** Compared exactly: 80.004 % is above 80 %, though its rounded bps are not. */
function classOf(cumulativeFen: Fen, totalFen: Fen): AbcClass {
  const isUpTo = (bps: Bps) => cumulativeFen * BigInt(WHOLE_BPS) <= totalFen * BigInt(bps);
  if (isUpTo(A_UP_TO_BPS)) return "A";
  return isUpTo(B_UP_TO_BPS) ? "B" : "C";
}

type Product = { productId: string; netSalesFen: Fen };

function bySales(a: Product, b: Product): number {
  if (a.netSalesFen !== b.netSalesFen) return a.netSalesFen > b.netSalesFen ? -1 : 1;
  if (a.productId === b.productId) return 0;
  return a.productId < b.productId ? -1 : 1;
}
