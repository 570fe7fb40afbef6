import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { HistoryFaultCount, RefusedLineView } from "@/features/history/schema";

/** The lines that were not taken, narrowed to one reason or not, with how many there are of each. */
export function RefusedLines({
  path,
  chosen,
  faults,
  lines,
}: {
  path: string;
  chosen: string | undefined;
  faults: readonly HistoryFaultCount[];
  lines: readonly RefusedLineView[];
}) {
  const text = useTranslations("history");
  const total = faults.reduce((sum, one) => sum + one.lines, 0);
  const right = { align: "right" } as const;
  return (
    <div className="grid gap-3">
      <LinkTabs
        label={text("reasons")}
        tabs={[
          { href: path, label: text("allReasons"), count: total, isCurrent: !chosen },
          ...faults.map(({ fault, lines: count }) => ({
            href: `${path}?fault=${fault}`,
            label: text(`fault.${fault}`),
            count,
            isCurrent: fault === chosen,
          })),
        ]}
      />
      <DataTable
        caption={text("refusedLines")}
        columns={[
          { key: "lineNo", label: text("lineNo") },
          { key: "fault", label: text("faultLabel") },
          { key: "invoiceNo", label: text("field.invoiceNo") },
          { key: "code", label: text("field.code") },
          { key: "title", label: text("field.title"), wideOnly: true },
          { key: "quantity", label: text("field.quantity"), ...right },
          { key: "unitPrice", label: text("field.unitPrice"), ...right },
          { key: "soldAt", label: text("field.soldAt"), wideOnly: true },
        ]}
        rows={lines.map((line) => ({
          key: String(line.lineNo),
          cells: {
            lineNo: line.lineNo,
            fault: <span className="whitespace-nowrap">{text(`fault.${line.fault}`)}</span>,
            invoiceNo: line.invoiceNo || "—",
            code: line.code || "—",
            title: line.title || "—",
            quantity: line.quantity ?? "—",
            unitPrice: line.unitPriceFen === null ? "—" : <Money fen={line.unitPriceFen} />,
            soldAt: line.soldAt ? <Moment at={line.soldAt} /> : "—",
          },
        }))}
      />
    </div>
  );
}
