import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { sumFen } from "@/domain/money/fen";
import type { MonthFigures } from "@/features/closing/schema";

/** Every kind of account with opening, movements and closing; the last row shows that they sum to 0. */
export function MonthAccounts({ accounts }: Pick<MonthFigures, "accounts">) {
  const text = useTranslations("reconciliation.months");
  const names = useTranslations("payouts.account");
  const sum = (key: "openingFen" | "creditFen" | "debitFen" | "closingFen") => (
    <Money fen={sumFen(accounts.map((account) => account[key]))} className="font-semibold" />
  );
  return (
    <DataTable
      caption={text("accounts")}
      columns={[
        { key: "account", label: text("account") },
        { key: "opening", label: text("opening"), align: "right" },
        { key: "credit", label: text("credit"), align: "right" },
        { key: "debit", label: text("debit"), align: "right" },
        { key: "closing", label: text("closing"), align: "right" },
      ]}
      rows={[
        ...accounts.map(({ kind, openingFen, creditFen, debitFen, closingFen }) => ({
          key: kind,
          cells: {
            account: <span className="whitespace-nowrap">{names(kind)}</span>,
            opening: <Money fen={openingFen} />,
            credit: <Money fen={creditFen} />,
            debit: <Money fen={debitFen} />,
            closing: <Money fen={closingFen} />,
          },
        })),
        {
          key: "sum",
          cells: {
            account: <strong>{text("sum")}</strong>,
            opening: sum("openingFen"),
            credit: sum("creditFen"),
            debit: sum("debitFen"),
            closing: sum("closingFen"),
          },
        },
      ]}
    />
  );
}
