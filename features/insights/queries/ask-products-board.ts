import { type ActivityCounts, activityIndex } from "@/domain/metrics/activity-index";
import { QUESTIONS } from "@/domain/metrics/acts";
import type { Measures } from "@/domain/metrics/measures";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { getAnalyticsSetting } from "@/features/insights/queries/get-analytics-setting";
import { listSlices } from "@/features/insights/queries/list-slices";
import { nobody } from "@/features/insights/queries/nobody";
import { productsOfPart } from "@/features/insights/queries/products-of-part";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { readSlicePeople } from "@/features/insights/queries/read-slice-people";
import type { ProductOrder, ReadBoard } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** As many products as are weighed against each other; the rest come by the next page. */
export const PRODUCTS_SHOWN = 50;
/** What the board shows, and what the activity index counts; of people it asks for those that these need. */
const metrics = [
  "views",
  "viewers",
  "favourites",
  "carts",
  "checkouters",
  "units",
  "grossSales",
  "refundedUnits",
  "openedLinks",
  "productConversion",
] as const satisfies readonly MeasuredMetric[];
export type ProductMetric = (typeof metrics)[number];
const wholeShop = { kind: "all", key: "" } as const;

export type ProductRow = { key: string; title: string; measures: Measures; index: number };

export type ProductsBoard = {
  rows: ProductRow[];
  /** The products seen or sold in the window, all together. */
  whole: Measures;
  before: Measures | null;
  weights: ActivityCounts;
  page: number;
  hasNext: boolean;
};

/**
 * Everything that the board of product activity shows (analytics.md, board 2): the products by a figure,
 * a page at a time, each with its people and its activity index; of a category or scene where one is asked.
 * @param limit as many products as a page has; all together for a file
 */
export async function askProductsBoard(
  tx: MerchantTx,
  asked: {
    merchantId: string;
    request: ReadBoard;
    order: ProductOrder;
    page: number;
    limit?: number;
  },
): Promise<ProductsBoard> {
  const { merchantId, request, order, page, limit = PRODUCTS_SHOWN } = asked;
  const { window, compare } = request;
  const among = await productsOfPart(tx, { merchantId, slice: request.slice });
  const slice = among ? request.slice : wholeShop;
  const windows = compare ? [window, compare] : [window];
  const [listed, { activityWeights: weights }, [whole, before = null]] = await Promise.all([
    listSlices(tx, {
      merchantId,
      kind: "product",
      window,
      order,
      limit: limit + 1,
      offset: (page - 1) * limit,
      ...(among ? { among } : {}),
    }),
    getAnalyticsSetting(tx, { merchantId }),
    readMeasures(tx, { merchantId, slice, windows, metrics }),
  ]);
  const shown = listed.slice(0, limit);
  const keys = shown.map(({ key }) => key);
  const people = await readSlicePeople(tx, { merchantId, kind: "product", keys, window, metrics });
  if (!whole) throw new Error("a window without measures");
  const rows = shown.map(({ key, title, figures }) => {
    const measures = { figures, people: people.get(key) ?? nobody(QUESTIONS) };
    return { key, title, measures, index: activityIndex(countsOf(measures), weights) };
  });
  return { rows, whole, before, weights, page, hasNext: listed.length > limit };
}

function countsOf({ figures, people }: Measures): ActivityCounts {
  return {
    views: figures.views,
    visitors: people.viewers,
    favourites: figures.favourites,
    carted: figures.carts,
    checkedOut: people.checkouters,
    paidUnits: figures.units,
    effectiveShares: people.openedLinks,
  };
}
