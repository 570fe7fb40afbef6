import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { RemittanceView } from "@/features/closing/schema";

/** What was handed to the tax office, with the office's number. */
export function Remittances({ remittances }: { remittances: readonly RemittanceView[] }) {
  const text = useTranslations("reconciliation.tax");
  return (
    <DataTable
      caption={text("remittances")}
      columns={[
        { key: "paidOn", label: text("paidOn") },
        { key: "reference", label: text("reference") },
        { key: "amount", label: text("remitted"), align: "right" },
        { key: "by", label: text("recordedBy"), wideOnly: true },
      ]}
      rows={remittances.map((row) => ({
        key: row.remittanceId,
        cells: {
          paidOn: <span className="whitespace-nowrap tabular-nums">{row.paidOn}</span>,
          reference: <span className="break-all">{row.reference}</span>,
          amount: <Money fen={row.amountFen} />,
          by: (
            <>
              {row.createdByName}
              <span className="block text-ink-faint text-xs">
                <Moment at={row.createdAt} />
              </span>
            </>
          ),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("noRemittances")}</p>}
    />
  );
}
