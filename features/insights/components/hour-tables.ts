import type { Fen } from "@/domain/money/fen";
import type { BoardTable, InsightText } from "@/features/insights/components/board-table";
import type { HourSales } from "@/features/insights/queries/list-sales-by-hour";

const right = { align: "right" } as const;
const fen = (value: Fen) => ({ unit: "fen", value }) as const;

/** "08:00", as the chart names an hour too. */
export function hourName(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

/** Sales of each hour beside those of the day before; hours still to come have none. */
export function hourTable(
  { hours, hourNow }: { hours: readonly HourSales[]; hourNow: number },
  text: InsightText,
): BoardTable {
  return {
    caption: text("hours.title"),
    columns: [
      { key: "hour", label: text("hours.hour") },
      { key: "today", label: text("hours.today"), ...right },
      { key: "yesterday", label: text("hours.yesterday"), ...right },
    ],
    rows: hours.map(({ hour, fen: sold, previousFen }) => ({
      key: String(hour),
      cells: {
        hour: hourName(hour),
        today: hour <= hourNow ? fen(sold) : { unit: "fen", value: null },
        yesterday: fen(previousFen),
      },
    })),
  };
}
