import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { DataBehind } from "@/features/insights/components/dashboard-board-data";
import { hourName, hourTable } from "@/features/insights/components/hour-tables";
import type { HourSales } from "@/features/insights/queries/list-sales-by-hour";

/** Sales by hour with yesterday behind; hours that are still to come are left out of today's line. */
export function HourChart({
  hours,
  hourNow,
  canOpen,
}: {
  hours: readonly HourSales[];
  hourNow: number;
  /** Whether this member of staff may take the rows as a file. */
  canOpen: boolean;
}) {
  const text = useTranslations("overview");
  const insight = useTranslations("insights");
  if (hours.every(({ fen, previousFen }) => fen === 0n && previousFen === 0n)) {
    return <p className="text-sm text-ink-faint">{text("noSalesTwoDays")}</p>;
  }
  return (
    <>
      <LineChart
        label={text("hourly")}
        unit="fen"
        lines={[
          {
            key: "yesterday",
            label: text("yesterday"),
            color: "var(--color-edge)",
            isDashed: true,
          },
          { key: "today", label: text("today"), color: "var(--color-leaf)" },
        ]}
        rows={hours.map(({ hour, fen, previousFen }) => ({
          name: hourName(hour),
          yesterday: Number(previousFen),
          ...(hour <= hourNow ? { today: Number(fen) } : {}),
        }))}
      />
      <DataBehind
        table={hourTable({ hours, hourNow }, insight)}
        {...(canOpen ? { csvHref: "/merchant/insights/csv/sales-hours?window=today" } : {})}
      />
    </>
  );
}
