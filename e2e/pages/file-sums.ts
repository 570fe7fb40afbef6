import type { BoardFile } from "@/e2e/pages/read-file";

/** Which columns (from 0) of which file add up to which figures of the page that offers it. */
const sumColumns: Record<string, Record<string, number>> = {
  "sales-periods": { netSales: 1, grossSales: 2, refundedSales: 3, paidOrders: 4, units: 5 },
  products: { units: 7 },
  "best-sellers": { netSales: 2, units: 3, grossProfit: 4 },
  "abc-classes": { netSales: 2 },
  "spread-periods": { openings: 4 },
  "spread-channels": { openedLinks: 1, openings: 2 },
  "spread-hops": { firstBrought: 1 },
  "spread-waits": { firstBrought: 1 },
  "share-hops": { treePeople: 1, treeOrders: 4, treeSales: 5 },
  "voice-nps": { npsAnswers: 1 },
  "voice-stars": { reviewCount: 1 },
  "voice-products": { reviewCount: 1 },
  "rfm-segments": { rfmCustomers: 1, rfmNetSales: 3 },
  "payout-periods": { payoutsDue: 1 },
  "stock-skus": { stockOpening: 8, stockClosing: 9 },
  "distributor-standings": {
    ...{ openings: 2, newBuyers: 4, paidOrders: 6, netSales: 7 },
    ...{ commissionLevel1: 8, commissionLevel2: 9 },
  },
};

/** Which figure counts the rows of a file; of a list the one that it is named after. */
const rowCounts: Record<string, string> = {
  "stock-slow": "slowMovers",
  "stock-reorder": "reorderProposal",
  "orders sale": "paidOrders",
  "orders refund": "refundCount",
};

/**
 * What a file adds up to, by the figures that it has to meet. The columns of a list that are called as a
 * figure at its head add up to it.
 * @param list its name, where the file is a list behind figures
 * @param titles what the figures at the head of the page are called, by their names
 */
export function sumFile(
  { head, rows }: BoardFile,
  { file, list, titles }: { file: string; list: string; titles: Record<string, string> },
): Record<string, bigint> {
  const counted =
    rowCounts[file] ?? rowCounts[`${file} ${list}`] ?? (file === "people" ? list : "");
  const named = file === "orders" || file === "acts" ? columnsOf(head, titles) : {};
  const columns = Object.entries({ ...named, ...sumColumns[file] });
  const sums = Object.fromEntries(columns.map(([metric, at]) => [metric, sumOf(rows, at)]));
  return counted in titles ? { ...sums, [counted]: BigInt(rows.length) * 100n } : sums;
}

function columnsOf(head: string[], titles: Record<string, string>): Record<string, number> {
  const found = Object.entries(titles).map(([metric, title]) => [metric, head.indexOf(title)]);
  return Object.fromEntries(found.filter(([, at]) => at !== -1));
}

const sumOf = (rows: string[][], column: number) =>
  rows.reduce((sum, row) => sum + hundredths(row[column] ?? ""), 0n);

/** A number of a file in hundredths, so that yuan and counts add up exactly. */
export function hundredths(text: string): bigint {
  const [whole = "", part = ""] = text.replace("-", "").split(".");
  const size = BigInt(whole) * 100n + BigInt(part.padEnd(2, "0"));
  return text.startsWith("-") ? -size : size;
}
