import Link from "next/link";
import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { toStatement } from "@/features/closing/queries/to-statement";
import type { MonthFigures, StatementPart, StatementRow } from "@/features/closing/schema";

const sums = new Set(["netSales", "netFees", "grossPaid", "owedEnd"]);

/** Where the things behind a part are listed. */
const behind: Record<StatementPart["part"], string> = {
  sales: "/merchant/orders",
  fees: "/merchant/finance/reconciliation",
  commissions: "/merchant/finance/accounts",
  payouts: "/merchant/finance/payouts",
  owed: "/merchant/finance",
};

/** The month in the order in which a merchant reads it. */
export function MonthStatement({ figures }: { figures: MonthFigures }) {
  const text = useTranslations("reconciliation.months");
  return (
    <div className="grid items-start gap-4 md:grid-cols-2 print:grid-cols-2">
      {toStatement(figures).map(({ part, rows }) => (
        <Panel
          key={part}
          title={text(`part.${part}`)}
          corner={
            <Link href={behind[part]} className="text-leaf text-sm hover:underline print:hidden">
              {text("see")}
            </Link>
          }
        >
          <table className="w-full text-sm">
            <thead className="sr-only">
              <tr>
                <th scope="col">{text("item")}</th>
                <th scope="col">{text("count")}</th>
                <th scope="col">{text("amount")}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <Row key={`${row.name} ${row.month ?? ""}`} row={row} />
              ))}
            </tbody>
          </table>
          {(part === "owed" || part === "fees") && (
            <p className="mt-2 text-ink-faint text-xs">{text(`row.${part}Hint`)}</p>
          )}
        </Panel>
      ))}
    </div>
  );
}

function Row({ row }: { row: StatementRow }) {
  const text = useTranslations("reconciliation.months.row");
  const { name, amountFen, count, month } = row;
  const isSum = sums.has(name);
  return (
    <tr className={isSum ? "border-line border-t font-semibold" : ""}>
      <th scope="row" className={`py-1.5 pr-2 text-left ${isSum ? "" : "font-normal"}`}>
        {text(name, { month: month ?? "" })}
      </th>
      <td className="px-2 py-1.5 text-right text-ink-faint">{count ?? ""}</td>
      <td className="py-1.5 text-right">
        <Money fen={amountFen} />
      </td>
    </tr>
  );
}
