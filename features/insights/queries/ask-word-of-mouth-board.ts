import type { Voice } from "@/domain/metrics/voice";
import { type DayWindow, windowDays } from "@/domain/metrics/window";
import { listPeriods, type PeriodUnit, type WindowPeriod } from "@/domain/metrics/window-periods";
import { countOverdueShipments } from "@/features/insights/queries/count-overdue-shipments";
import {
  listProductStars,
  type ProductStars,
} from "@/features/insights/queries/list-product-stars";
import { productsOfPart } from "@/features/insights/queries/products-of-part";
import { readStarsOfProducts } from "@/features/insights/queries/read-stars-of-products";
import { readVoice } from "@/features/insights/queries/read-voice";
import type { ReadBoard, Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const shownProducts = 50;
const noVoice = {
  npsCounts: Array.from({ length: 11 }, () => 0),
  paidOrders: 0,
  refundedOrders: 0,
  complaintOrders: 0,
  shippedOrders: 0,
  lateOrders: 0,
};

export type WordOfMouthBoard = {
  current: Voice;
  before: Voice | null;
  unit: PeriodUnit;
  periods: { period: WindowPeriod; voice: Voice }[];
  /** Reviews alone are of products; what else is said, refunded or shipped is of whole orders. */
  knowsOrders: boolean;
  /** Null of whole orders' parts: stars are kept by product, not by product and channel. */
  products: ProductStars[] | null;
  /** Paid more than 48 hours ago and not shipped, now; of the shop alone. */
  overdue: number | null;
};

/** Everything that the board of word of mouth shows (analytics.md, board 11), of the shop or of a part of it. */
export async function askWordOfMouthBoard(
  tx: MerchantTx,
  { merchantId, request, now }: { merchantId: string; request: ReadBoard; now: Date },
): Promise<WordOfMouthBoard> {
  const { window, compare, slice } = request;
  const among = await productsOfPart(tx, { merchantId, slice });
  const unit = unitOf(window);
  const periods = listPeriods(window, unit);
  const windows = [window, ...periods, ...(compare ? [compare] : [])];
  const isOfGoods = among !== null || slice.kind === "all";
  const [[current, ...others], products, overdue] = await Promise.all([
    readParts(tx, { merchantId, slice, among, windows }),
    isOfGoods ? listProductStars(tx, { merchantId, window, among, limit: shownProducts }) : null,
    slice.kind === "all" ? countOverdueShipments(tx, { merchantId, now }) : null,
  ]);
  if (!current) throw new Error("a window that was not answered");
  return {
    current,
    before: compare ? (others.at(-1) ?? null) : null,
    unit,
    periods: periods.flatMap((period, at) => {
      const voice = others[at];
      return voice ? [{ period, voice }] : [];
    }),
    knowsOrders: among === null,
    products,
    overdue,
  };
}

/** Word of mouth of the windows: of products their reviews alone. */
async function readParts(
  tx: MerchantTx,
  asked: { merchantId: string; slice: Slice; among: string[] | null; windows: DayWindow[] },
): Promise<Voice[]> {
  const { merchantId, slice, among, windows } = asked;
  if (!among) return readVoice(tx, { merchantId, slice, windows });
  const stars = await readStarsOfProducts(tx, { merchantId, products: among, windows });
  return stars.map((counts) => ({ ...noVoice, stars: counts }));
}

/** People say something too rarely for days to tell anything in a long window. */
function unitOf(window: DayWindow): PeriodUnit {
  const days = windowDays(window);
  if (days <= 31) return "day";
  return days <= 366 ? "week" : "month";
}
