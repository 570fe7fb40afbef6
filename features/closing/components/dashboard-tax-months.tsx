import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { TaxMonthRow } from "@/features/closing/schema";

/** Withheld, handed over and owed by month; what is owed stands out. */
export function TaxMonths({ months }: { months: readonly TaxMonthRow[] }) {
  const text = useTranslations("reconciliation.tax");
  return (
    <DataTable
      caption={text("months")}
      columns={[
        { key: "month", label: text("month") },
        { key: "people", label: text("people"), align: "right", wideOnly: true },
        { key: "gross", label: text("gross"), align: "right", wideOnly: true },
        { key: "tax", label: text("tax"), align: "right" },
        { key: "remitted", label: text("remitted"), align: "right" },
        { key: "owed", label: text("owed"), align: "right" },
      ]}
      rows={months.map(({ month, people, grossFen, taxFen, remittedFen }) => ({
        key: month,
        cells: {
          month: (
            <Link
              href={`/merchant/finance/tax/${month}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {month}
            </Link>
          ),
          people,
          gross: <Money fen={grossFen} />,
          tax: <Money fen={taxFen} />,
          remitted: <Money fen={remittedFen} />,
          owed: (
            <Money
              fen={taxFen - remittedFen}
              className={taxFen > remittedFen ? "font-semibold text-warn" : ""}
            />
          ),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("none")}</p>}
    />
  );
}
