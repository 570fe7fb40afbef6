import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { TaxPersonView } from "@/features/closing/schema";

/** Who was withheld what in the month, with the way to each one's statement. */
export function TaxPeople({ people, year }: { people: readonly TaxPersonView[]; year: string }) {
  const text = useTranslations("reconciliation.tax");
  return (
    <DataTable
      caption={text("peopleTitle")}
      columns={[
        { key: "person", label: text("person") },
        { key: "tail", label: text("idTail"), wideOnly: true },
        { key: "payouts", label: text("payouts"), align: "right", wideOnly: true },
        { key: "gross", label: text("gross"), align: "right" },
        { key: "tax", label: text("tax"), align: "right" },
        { key: "statement", label: text("statement") },
      ]}
      rows={people.map(({ distributorId, displayName, idNumberTail, payouts, ...sums }) => ({
        key: `${distributorId} ${idNumberTail}`,
        cells: {
          person: (
            <Link
              href={`/merchant/finance/accounts/${distributorId}`}
              className="text-leaf hover:underline"
            >
              {displayName}
            </Link>
          ),
          tail: idNumberTail || "—",
          payouts,
          gross: <Money fen={sums.grossFen} />,
          tax: <Money fen={sums.taxFen} />,
          statement: (
            <Link
              href={`/merchant/finance/tax/statements/${distributorId}?year=${year}`}
              className="whitespace-nowrap text-leaf hover:underline"
            >
              {text("statement")}
            </Link>
          ),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("none")}</p>}
    />
  );
}
