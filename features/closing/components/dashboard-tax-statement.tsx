import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { TaxStatementView } from "@/features/payouts/schema";

/** A person's year: month by month with the sum, then every withdrawal. */
export function TaxStatement({ statement }: { statement: TaxStatementView }) {
  const text = useTranslations("reconciliation.tax");
  const { months, lines } = statement;
  const amounts = (of: { grossFen: bigint; taxFen: bigint; netFen: bigint }) => ({
    gross: <Money fen={of.grossFen} />,
    tax: <Money fen={of.taxFen} />,
    net: <Money fen={of.netFen} />,
  });
  const amountColumns = [
    { key: "gross", label: text("gross"), align: "right" },
    { key: "tax", label: text("tax"), align: "right" },
    { key: "net", label: text("net"), align: "right" },
  ] as const;
  return (
    <div className="grid gap-4">
      <Panel>
        <DataTable
          caption={text("months")}
          columns={[{ key: "month", label: text("month") }, ...amountColumns]}
          rows={[
            ...months.map((month) => ({
              key: month.month,
              cells: { month: month.month, ...amounts(month) },
            })),
            {
              key: "total",
              cells: { month: <strong>{text("total")}</strong>, ...amounts(statement) },
            },
          ]}
        />
      </Panel>
      <Panel title={text("payouts")}>
        <DataTable
          caption={text("payouts")}
          columns={[
            { key: "no", label: text("payoutNo") },
            { key: "paidAt", label: text("paidAt") },
            ...amountColumns,
            { key: "rule", label: text("rule"), align: "right", wideOnly: true },
          ]}
          rows={lines.map((line) => ({
            key: line.payoutNo,
            cells: {
              no: <span className="break-all tabular-nums">{line.payoutNo}</span>,
              paidAt: <Moment at={line.paidAt} />,
              ...amounts(line),
              rule: `${line.ruleName} · ${line.ruleVersion}`,
            },
          }))}
        />
      </Panel>
    </div>
  );
}
