import type { LinkActList, PersonActList } from "@/domain/metrics/act-lists";
import { knownMeasures } from "@/domain/metrics/known-measures";
import { measure } from "@/domain/metrics/metric-list";
import { ORDER_LISTS, type OrderList } from "@/domain/metrics/order-lists";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { shareLinkHref } from "@/features/insights/components/share-tree-tables";
import type { ActsOfPerson } from "@/features/insights/queries/list-acts-behind";
import type { LinkBehind } from "@/features/insights/queries/list-links-behind";
import type { OrderBehind, PersonBehind } from "@/features/insights/schema";
import { formatMinute } from "@/lib/i18n/shanghai-time";

const right = { align: "right" } as const;

/** Orders and refunds behind a figure; ours open to their page. */
export function ordersTable(
  rows: readonly OrderBehind[],
  list: OrderList,
  text: InsightText,
  channelName: (channel: string) => string,
): BoardTable {
  const { rows: kinds, columns } = ORDER_LISTS[list];
  const isMixed = kinds === "both";
  return {
    caption: text(`behind.list.${list}`),
    columns: [
      { key: "orderNo", label: text("behind.orderNo") },
      ...(isMixed ? [{ key: "kind", label: text("behind.kind") }] : []),
      { key: "at", label: text(`behind.at.${kinds}`) },
      { key: "name", label: text("behind.customer"), wideOnly: true },
      { key: "channel", label: text("slice.channel"), wideOnly: true },
      { key: "region", label: text("slice.region"), wideOnly: true },
      ...columns.map((metric) => ({
        key: metric,
        label: text(`metric.${metric}.title`),
        ...right,
      })),
    ],
    rows: rows.map((row) => {
      const measures = knownMeasures(row.figures);
      const cells: Record<string, BoardCell> = {
        orderNo: row.isHistory
          ? row.orderNo
          : { of: row.orderNo, href: `/merchant/orders/${row.orderNo}` },
        kind: text(row.isRefund ? "behind.isRefund" : "behind.isSale"),
        at: formatMinute(row.at),
        name: row.name || text("behind.unnamed"),
        channel: channelName(row.channel),
        region: row.region,
      };
      for (const metric of columns) cells[metric] = measure(metric, measures);
      return { key: `${row.orderNo}-${row.isRefund}-${row.at.getTime()}`, cells };
    }),
  };
}

/** Who did something how often; customers open to their page. */
export function actsTable(
  rows: readonly ActsOfPerson[],
  list: PersonActList,
  text: InsightText,
): BoardTable {
  return {
    caption: text(`behind.act.${list}`),
    columns: [
      { key: "name", label: text("behind.person") },
      { key: "lastAt", label: text("behind.lastAt") },
      { key: "times", label: text(`metric.${list}.title`), ...right },
    ],
    rows: rows.map((row, at) => ({
      key: row.customerId ?? `${row.lastAt.getTime()}-${at}`,
      cells: {
        name: nameCell(row, text),
        lastAt: formatMinute(row.lastAt),
        times: { unit: "count", value: row.times },
      },
    })),
  };
}

/** Share links with their openings; each opens to whom it brought. */
export function linksTable(
  rows: readonly LinkBehind[],
  list: LinkActList,
  text: InsightText,
  channelName: (channel: string) => string,
): BoardTable {
  const counted = list === "clicks" ? "clicks" : "openings";
  return {
    caption: text(`behind.act.${list}`),
    columns: [
      { key: "target", label: text("behind.link") },
      { key: "sharer", label: text("behind.sharer") },
      { key: "channel", label: text("slice.channel"), wideOnly: true },
      { key: "lastAt", label: text("behind.lastAt") },
      { key: "times", label: text(`metric.${counted}.title`), ...right },
    ],
    rows: rows.map((row) => ({
      key: row.linkId,
      cells: {
        target: {
          of: row.targetTitle || text(`behind.target.${row.targetKind}`),
          href: shareLinkHref(row.linkId),
        },
        sharer: {
          of: row.sharerName || text("behind.unnamed"),
          href: `/merchant/customers/${row.sharerId}`,
        },
        channel: channelName(row.channel),
        lastAt: formatMinute(row.lastAt),
        times: { unit: "count", value: row[counted] },
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
