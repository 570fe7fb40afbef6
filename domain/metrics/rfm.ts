import type { Fen } from "../money/fen";
import { divideToNearest } from "./divide-to-nearest";
import type { Figure } from "./figure";

/** The window that RFM looks at: so many days up to and with today (analytics.md, board 10). */
export const RFM_DAYS = 365;

/** Segments are set beside those of so many days before. */
export const RFM_MOVE_DAYS = 30;

/** What a customer bought in the window: whole days since the last order, paid orders, net sales. */
export type RfmFigures = { recencyDays: bigint; paidOrders: bigint; netSalesFen: Fen };

/** The same of several customers together. */
export type RfmSums = RfmFigures & { customers: bigint };

/** From where on a figure is high: recency at most so many days, orders and money at least so much. */
export type RfmBounds = RfmFigures;

/**
 * The eight segments by their high (1) and low (0) in recency, frequency and money, in this order:
 * 重要价值, 重要发展, 重要保持, 重要挽留, 一般价值, 一般发展, 一般保持, 一般挽留.
 */
export const RFM_SEGMENTS = ["111", "101", "011", "001", "110", "100", "010", "000"] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

/** The segment that a text names; null where it names none. */
export function findRfmSegment(text: string | undefined): RfmSegment | null {
  return RFM_SEGMENTS.find((one) => one === text) ?? null;
}

/** The sums of all parts together; of nobody they are 0. */
export function sumRfm(parts: readonly RfmSums[]): RfmSums {
  const sums = { customers: 0n, recencyDays: 0n, paidOrders: 0n, netSalesFen: 0n };
  for (const part of parts) {
    sums.customers += part.customers;
    sums.recencyDays += part.recencyDays;
    sums.paidOrders += part.paidOrders;
    sums.netSalesFen += part.netSalesFen;
  }
  return sums;
}

/**
 * The means that customers are compared with, rounded so that no comparison changes: whole days are at
 * most the mean when they are at most the whole number below it, orders and fen at least the mean when
 * they are at least the one above. Null for nobody.
 */
export function rfmBounds(sums: RfmSums): RfmBounds | null {
  const { customers, recencyDays, paidOrders, netSalesFen } = sums;
  if (customers === 0n) return null;
  return {
    recencyDays: divideDown(recencyDays, customers),
    paidOrders: -divideDown(-paidOrders, customers),
    netSalesFen: -divideDown(-netSalesFen, customers),
  };
}

/**
 * The segment of a customer (analytics.md, board 10). At the mean counts as high, so that customers who
 * are all alike are valued and not all won back; recency is high when it is as few days or fewer.
 */
export function rfmSegment(customer: RfmFigures, bounds: RfmBounds): RfmSegment {
  const recent = customer.recencyDays <= bounds.recencyDays;
  const frequent = customer.paidOrders >= bounds.paidOrders;
  const valuable = customer.netSalesFen >= bounds.netSalesFen;
  return `${bit(recent)}${bit(frequent)}${bit(valuable)}`;
}

/** The means as figures to read: days and orders in tenths, money in fen; not defined of nobody. */
export function rfmMeans({ customers, recencyDays, paidOrders, netSalesFen }: RfmSums) {
  return {
    rfmRecency: { unit: "tenths", value: divideToNearest(recencyDays * 10n, customers) },
    rfmFrequency: { unit: "tenths", value: divideToNearest(paidOrders * 10n, customers) },
    rfmMoney: { unit: "fen", value: divideToNearest(netSalesFen, customers) },
  } as const satisfies Record<string, Figure>;
}

/** To the whole number below, also under 0, where BigInt's own division goes up. */
function divideDown(numerator: bigint, base: bigint): bigint {
  const quotient = numerator / base;
  return quotient * base > numerator ? quotient - 1n : quotient;
}

function bit(high: boolean): "0" | "1" {
  return high ? "1" : "0";
}
