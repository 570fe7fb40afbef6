import type { Fen } from "../money/fen";

/** What a customer bought in the window: whole days since the last order, paid orders, net sales. */
export type RfmFigures = { recencyDays: number; paidOrders: number; netSalesFen: Fen };

/** The sums over all customers: with them a customer is compared with the mean without dividing. */
export type RfmSums = {
  customers: bigint;
  recencyDays: bigint;
  paidOrders: bigint;
  netSalesFen: Fen;
};

/**
 * The eight segments by their high (1) and low (0) in recency, frequency and money, in this order:
 * 重要价值, 重要发展, 重要保持, 重要挽留, 一般价值, 一般发展, 一般保持, 一般挽留.
 */
export const RFM_SEGMENTS = ["111", "101", "011", "001", "110", "100", "010", "000"] as const;
export type RfmSegment = (typeof RFM_SEGMENTS)[number];

/** The sums that `rfmSegment` compares with: of all customers of the window, the one asked among them. */
export function sumRfm(customers: readonly RfmFigures[]): RfmSums {
  const sums = { customers: 0n, recencyDays: 0n, paidOrders: 0n, netSalesFen: 0n };
  for (const customer of customers) {
    sums.customers += 1n;
    sums.recencyDays += BigInt(customer.recencyDays);
    sums.paidOrders += BigInt(customer.paidOrders);
    sums.netSalesFen += customer.netSalesFen;
  }
  return sums;
}

/**
 * The segment of a customer (analytics.md, board 10). At the mean counts as high, so that customers who
 * are all alike are valued and not all won back; recency is high when it is as few days or fewer.
 * Compares figure × customers with the sum: exact, where a divided mean would be rounded.
 */
export function rfmSegment(customer: RfmFigures, sums: RfmSums): RfmSegment {
  const recent = BigInt(customer.recencyDays) * sums.customers <= sums.recencyDays;
  const frequent = BigInt(customer.paidOrders) * sums.customers >= sums.paidOrders;
  const valuable = customer.netSalesFen * sums.customers >= sums.netSalesFen;
  return `${bit(recent)}${bit(frequent)}${bit(valuable)}`;
}

function bit(high: boolean): "0" | "1" {
  return high ? "1" : "0";
}
