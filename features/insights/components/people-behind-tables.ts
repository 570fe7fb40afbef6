import { nameCell } from "@/features/insights/components/behind-tables";
import type {
  BoardCell,
  BoardTable,
  InsightText,
} from "@/features/insights/components/board-table";
import { sharePersonHref, sharePersonName } from "@/features/insights/components/share-tree-tables";
import type { BroughtPerson } from "@/features/insights/queries/list-brought-people";
import type { OrderGap } from "@/features/insights/queries/list-order-gaps";
import type { FirstBuyer } from "@/features/insights/queries/list-repurchase-people";
import { formatMinute } from "@/lib/i18n/shanghai-time";

const right = { align: "right" } as const;

/** People brought for the first time, with who brought them; both open to their part of the share tree. */
export function broughtTable(
  rows: readonly BroughtPerson[],
  caption: string,
  text: InsightText,
): BoardTable {
  const named = (personId: string, name: string, isCustomer: boolean): BoardCell => ({
    of: sharePersonName({ name, isCustomer }, text),
    href: sharePersonHref(personId),
  });
  return {
    caption,
    columns: [
      { key: "name", label: text("shareGraph.person") },
      { key: "bringer", label: text("behind.bringer") },
      { key: "at", label: text("behind.broughtAt") },
      { key: "hop", label: text("behind.hop"), ...right },
    ],
    rows: rows.map((row) => ({
      key: row.personId,
      cells: {
        name: named(row.personId, row.name, row.isCustomer),
        bringer: named(row.bringerId, row.bringerName, row.isBringerCustomer),
        at: formatMinute(row.broughtAt),
        hop: { unit: "count", value: row.hop },
      },
    })),
  };
}

/** Buyers by their first two orders. */
export function firstBuyersTable(
  rows: readonly FirstBuyer[],
  caption: string,
  text: InsightText,
): BoardTable {
  return {
    caption,
    columns: [
      { key: "name", label: text("behind.customer") },
      { key: "first", label: text("behind.firstDay") },
      { key: "second", label: text("behind.secondDay") },
      { key: "gap", label: text("behind.gap"), ...right },
    ],
    rows: rows.map((row, at) => ({
      key: row.customerId ?? `${row.firstDay}-${at}`,
      cells: {
        name: nameCell(row, text),
        first: row.firstDay,
        second: row.secondDay ?? "—",
        gap: { unit: "count", value: row.gapDays },
      },
    })),
  };
}

/** The days between one order and the same buyer's next, gap by gap. */
export function gapsTable(rows: readonly OrderGap[], text: InsightText): BoardTable {
  return {
    caption: text("behind.gaps"),
    columns: [
      { key: "name", label: text("behind.customer") },
      { key: "day", label: text("behind.nextDay") },
      { key: "previous", label: text("behind.previousDay") },
      { key: "gap", label: text("behind.gap"), ...right },
      { key: "times", label: text("behind.times"), ...right },
    ],
    rows: rows.map((row, at) => ({
      key: `${row.day}-${at}`,
      cells: {
        name: nameCell(row, text),
        day: row.day,
        previous: row.previousDay,
        gap: { unit: "count", value: row.gapDays },
        times: { unit: "count", value: row.times },
      },
    })),
  };
}
