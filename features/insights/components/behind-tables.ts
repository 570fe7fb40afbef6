import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import type { OrderBehind, PersonBehind } from "@/features/insights/schema";
import { formatMoment } from "@/lib/i18n/shanghai-time";

const right = { align: "right" } as const;

/** Orders or refunds behind a figure; ours open to their page. */
export function ordersTable(
  rows: readonly OrderBehind[],
  kind: "sale" | "refund",
  text: InsightText,
  channelName: (channel: string) => string,
): BoardTable {
  return {
    caption: text(`behind.${kind}`),
    columns: [
      { key: "orderNo", label: text("behind.orderNo") },
      { key: "at", label: text(`behind.${kind}At`) },
      { key: "name", label: text("behind.customer"), wideOnly: true },
      { key: "channel", label: text("slice.channel"), wideOnly: true },
      { key: "region", label: text("slice.region"), wideOnly: true },
      { key: "units", label: text("behind.units"), ...right },
      { key: "fen", label: text("behind.fen"), ...right },
    ],
    rows: rows.map((row) => ({
      key: `${row.orderNo}-${row.at.getTime()}`,
      cells: {
        orderNo: row.isHistory
          ? row.orderNo
          : { of: row.orderNo, href: `/merchant/orders/${row.orderNo}` },
        at: formatMoment(row.at),
        name: row.name || text("behind.unnamed"),
        channel: channelName(row.channel),
        region: row.region,
        units: { unit: "count", value: row.units },
        fen: { unit: "fen", value: row.fen },
      },
    })),
  };
}

/** People behind a figure; customers open to their page. */
export function peopleTable(rows: readonly PersonBehind[], text: InsightText): BoardTable {
  return {
    caption: text("behind.people"),
    columns: [
      { key: "name", label: text("behind.person") },
      { key: "lastDay", label: text("behind.lastDay") },
      { key: "days", label: text("behind.days"), ...right },
      { key: "orders", label: text("metric.paidOrders.title"), ...right },
    ],
    rows: rows.map((row, at) => ({
      key: row.customerId ?? `${row.lastDay}-${at}`,
      cells: {
        name: nameCell(row, text),
        lastDay: row.lastDay,
        days: { unit: "count", value: row.days },
        orders: { unit: "count", value: row.orders },
      },
    })),
  };
}

/** Who somebody is: a customer with their page, one of an order history, or a browser. */
export function nameCell(
  { customerId, name }: Pick<PersonBehind, "customerId" | "name">,
  text: InsightText,
): BoardCell {
  if (customerId) {
    return { of: name || text("behind.unnamed"), href: `/merchant/customers/${customerId}` };
  }
  return name ? text("behind.historyCustomer", { name }) : text("behind.browser");
}
