import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { MonthRow } from "@/features/closing/schema";

/** Every month with bookings, the running one first. */
export function MonthTable({ months, running }: { months: readonly MonthRow[]; running: string }) {
  const text = useTranslations("reconciliation.months");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "month", label: text("month") },
        { key: "sales", label: text("sales"), align: "right" },
        { key: "refunds", label: text("refunds"), align: "right" },
        { key: "cases", label: text("cases"), align: "right", wideOnly: true },
        { key: "state", label: text("state") },
      ]}
      rows={months.map((row) => ({
        key: row.month,
        cells: {
          month: (
            <Link
              href={`/merchant/finance/months/${row.month}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {row.month}
            </Link>
          ),
          sales: <Money fen={row.salesFen} />,
          refunds: <Money fen={row.refundedFen} />,
          cases: row.openCases,
          state: <MonthState row={row} isRunning={row.month === running} />,
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("empty")}</p>}
    />
  );
}

function MonthState({ row, isRunning }: { row: MonthRow; isRunning: boolean }) {
  const text = useTranslations("reconciliation.months");
  if (!row.closedAt) {
    return <Badge tone={isRunning ? "info" : "warn"}>{text(isRunning ? "running" : "open")}</Badge>;
  }
  return (
    <>
      <Badge tone="ok">{text("closedBadge")}</Badge>
      <span className="block text-ink-faint text-xs">
        {row.closedByName} · <Moment at={row.closedAt} />
      </span>
    </>
  );
}
