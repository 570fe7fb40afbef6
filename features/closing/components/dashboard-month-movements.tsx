import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { MonthFigures } from "@/features/closing/schema";

/** What each reason moved in the month, from where to where. */
export function MonthMovements({ movements }: Pick<MonthFigures, "movements">) {
  const text = useTranslations("reconciliation.months");
  const names = useTranslations("payouts");
  return (
    <DataTable
      caption={text("movements")}
      columns={[
        { key: "reason", label: text("reason") },
        { key: "from", label: text("from"), wideOnly: true },
        { key: "to", label: text("to"), wideOnly: true },
        { key: "count", label: text("count"), align: "right" },
        { key: "amount", label: text("amount"), align: "right" },
      ]}
      rows={movements
        .filter(({ count }) => count > 0)
        .map(({ code, debit, credit, count, amountFen }) => ({
          key: `${code} ${debit} ${credit}`,
          cells: {
            reason: (
              <>
                {names(`code.${code}`)}
                <span className="block text-ink-faint text-xs md:hidden">
                  {text("fromTo", {
                    from: names(`account.${debit}`),
                    to: names(`account.${credit}`),
                  })}
                </span>
              </>
            ),
            from: names(`account.${debit}`),
            to: names(`account.${credit}`),
            count,
            amount: <Money fen={amountFen} />,
          },
        }))}
    />
  );
}
