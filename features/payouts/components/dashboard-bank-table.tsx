import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { DueDate } from "@/features/payouts/components/dashboard-payout-table";
import type { PayoutView } from "@/features/payouts/schema";

/** Payouts by bank; each opens to where it is marked as paid or failed. */
export function BankTable({
  payouts,
  now,
  empty,
}: {
  payouts: readonly PayoutView[];
  now: Date;
  empty: string;
}) {
  const text = useTranslations("payouts");
  return (
    <DataTable
      caption={text("bank.title")}
      columns={[
        { key: "who", label: text("list.who") },
        { key: "net", label: text("list.net"), align: "right" },
        { key: "due", label: text("list.due") },
        { key: "mark", label: text("bank.progress") },
        { key: "no", label: text("list.no"), wideOnly: true },
      ]}
      rows={payouts.map((one) => ({
        key: one.payoutId,
        cells: {
          who: (
            <Link
              href={`/merchant/finance/payouts/${one.payoutId}`}
              className="text-leaf hover:underline"
            >
              {one.distributorName}
            </Link>
          ),
          net: <Money fen={one.netFen} />,
          due: <DueDate payout={one} now={now} />,
          mark: one.isMarked ? (
            <Badge tone="warn">{text("bank.markedOnce")}</Badge>
          ) : (
            text(`state.${one.state}`)
          ),
          no: <span className="break-all tabular-nums">{one.payoutNo}</span>,
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{empty}</p>}
    />
  );
}
