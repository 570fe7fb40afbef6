import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Money } from "@/components/ui/money";
import type { DistributorAccountView } from "@/features/ledger/schema";

/** What every distributor has, waits for and owes. */
export function AccountTable({ accounts }: { accounts: readonly DistributorAccountView[] }) {
  const text = useTranslations("payouts.accounts");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "name", label: text("name") },
        { key: "available", label: text("available"), align: "right" },
        { key: "inPayout", label: text("inPayout"), align: "right" },
        { key: "pending", label: text("pending"), align: "right", wideOnly: true },
        { key: "debt", label: text("debt"), align: "right" },
        { key: "state", label: text("state"), wideOnly: true },
      ]}
      rows={accounts.map((one) => ({
        key: one.distributorId,
        cells: {
          name: (
            <Link
              href={`/merchant/finance/accounts/${one.distributorId}`}
              className="text-leaf hover:underline"
            >
              {one.name}
            </Link>
          ),
          available: <Money fen={one.availableFen} />,
          inPayout: <Money fen={one.inPayoutFen} />,
          pending: <Money fen={one.pendingFen} />,
          debt: <Money fen={one.debtFen} className={one.debtFen > 0n ? "text-danger" : ""} />,
          state: one.payoutsFrozenAt ? (
            <Badge tone="danger">{text("frozen")}</Badge>
          ) : (
            text("normal")
          ),
        },
      }))}
      empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
    />
  );
}
