import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { MoreFigures } from "@/components/ui/more-figures";
import type { HourSales } from "@/features/insights/schema";

const twoDigits = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** Sales by hour with yesterday behind; hours that are still to come are left out of today's line. */
export function HourChart({ hours, hourNow }: { hours: readonly HourSales[]; hourNow: number }) {
  const text = useTranslations("overview");
  const common = useTranslations("common");
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
          name: twoDigits(hour),
          yesterday: Number(previousFen),
          ...(hour <= hourNow ? { today: Number(fen) } : {}),
        }))}
      />
      <MoreFigures label={common("showTable")}>
        <DataTable
          caption={text("hourly")}
          columns={[
            { key: "hour", label: text("hour") },
            { key: "today", label: text("today"), align: "right" },
            { key: "yesterday", label: text("yesterday"), align: "right" },
          ]}
          rows={hours.map(({ hour, fen, previousFen }) => ({
            key: String(hour),
            cells: {
              hour: twoDigits(hour),
              today: hour <= hourNow ? <Money fen={fen} /> : "—",
              yesterday: <Money fen={previousFen} />,
            },
          }))}
        />
      </MoreFigures>
    </>
  );
}
