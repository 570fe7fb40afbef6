import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { CaseDetail } from "@/features/reconciliation/schema";

/** What WeChat's bills say of the number, of whatever day. */
export function CaseLines({ lines }: Pick<CaseDetail, "lines">) {
  const text = useTranslations("reconciliation");
  return (
    <DataTable
      caption={text("case.lines")}
      columns={[
        { key: "day", label: text("day") },
        { key: "kind", label: text("lineKindLabel") },
        { key: "no", label: text("case.wechatNo") },
        { key: "amount", label: text("case.amount"), align: "right" },
        { key: "fee", label: text("fee"), align: "right" },
        { key: "at", label: text("case.at"), wideOnly: true },
      ]}
      rows={lines.map((line) => ({
        key: `${line.day} ${line.lineNo}`,
        cells: {
          day: (
            <>
              <span className="whitespace-nowrap tabular-nums">{line.day}</span>
              <span className="block text-ink-faint text-xs">
                {text("line", { line: line.lineNo })}
              </span>
            </>
          ),
          kind: text(`lineKind.${line.lineKind}`),
          no: <span className="break-all tabular-nums">{line.wechatNo}</span>,
          amount: <Money fen={line.amountFen} />,
          fee: <Money fen={line.feeFen} />,
          at: <Moment at={line.at} />,
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("case.noLines")}</p>}
    />
  );
}
