import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { HistoryState } from "@/features/history/components/dashboard-history-state";
import type { HistoryImportView } from "@/features/history/schema";

/** The imports that there were, each with what it brought. */
export function HistoryTable({ imports }: { imports: readonly HistoryImportView[] }) {
  const text = useTranslations("history");
  const format = useFormatter();
  return (
    <DataTable
      caption={text("past")}
      columns={[
        { key: "file", label: text("file") },
        { key: "state", label: text("stateLabel") },
        { key: "lines", label: text("count.read"), align: "right" },
        { key: "orders", label: text("count.orders"), align: "right" },
        { key: "refunds", label: text("count.refunds"), align: "right", wideOnly: true },
        { key: "refused", label: text("count.refused"), align: "right" },
        { key: "at", label: text("at"), wideOnly: true },
      ]}
      rows={imports.map((one) => ({
        key: one.importId,
        cells: {
          file: (
            <Link
              href={`/merchant/history/${one.importId}`}
              className="break-all text-leaf hover:underline"
            >
              {one.fileName || text("unnamed")}
            </Link>
          ),
          state: <HistoryState state={one.state} />,
          lines: format.number(one.readLines),
          orders: format.number(one.orders),
          refunds: format.number(one.refunds),
          refused: format.number(one.refusedLines),
          at: <Moment at={one.createdAt} />,
        },
      }))}
      empty={<p className="text-sm text-ink-faint">{text("none")}</p>}
    />
  );
}
