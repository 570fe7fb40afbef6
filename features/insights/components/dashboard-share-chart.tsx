import { useTranslations } from "next-intl";
import { LineChart } from "@/components/charts/line-chart";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { MoreFigures } from "@/components/ui/more-figures";
import type { ShareDay } from "@/features/insights/schema";

const right = { align: "right" } as const;

/** Visits, persons and orders that sharing brought, day by day. */
export function ShareChart({ days }: { days: readonly ShareDay[] }) {
  const text = useTranslations("sharing");
  const common = useTranslations("common");
  if (days.every(({ visits, orders }) => visits === 0 && orders === 0)) {
    return <p className="text-sm text-ink-faint">{text("none")}</p>;
  }
  return (
    <>
      <LineChart
        label={text("daily")}
        unit="count"
        lines={[
          { key: "visits", label: text("visits"), color: "var(--color-leaf)" },
          { key: "visitors", label: text("visitors"), color: "var(--color-info)", isDashed: true },
          { key: "orders", label: text("orders"), color: "var(--color-danger)" },
        ]}
        rows={days.map(({ day, visits, visitors, orders }) => ({
          name: day.slice(5),
          visits,
          visitors,
          orders,
        }))}
      />
      <MoreFigures label={common("showTable")}>
        <DataTable
          caption={text("daily")}
          columns={[
            { key: "day", label: text("day") },
            { key: "visits", label: text("visits"), ...right },
            { key: "visitors", label: text("visitors"), ...right },
            { key: "orders", label: text("orders"), ...right },
            { key: "sales", label: text("sales"), ...right },
          ]}
          rows={days.map((one) => ({
            key: one.day,
            cells: {
              day: one.day,
              visits: one.visits,
              visitors: one.visitors,
              orders: one.orders,
              sales: <Money fen={one.salesFen} />,
            },
          }))}
        />
      </MoreFigures>
    </>
  );
}
