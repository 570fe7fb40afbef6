import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { hasEnded } from "@/domain/payouts/payout-state";
import { PayoutStateBadge } from "@/features/payouts/components/dashboard-payout-state";
import type { PayoutView } from "@/features/payouts/schema";

/**
 * Payouts with when they are due.
 * @param now tells which of the open ones are late
 */
export function PayoutTable({
  payouts,
  now,
  isFiltered,
}: {
  payouts: readonly PayoutView[];
  now: Date;
  isFiltered: boolean;
}) {
  const text = useTranslations("payouts");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "no", label: text("list.no") },
        { key: "who", label: text("list.who") },
        { key: "gross", label: text("list.gross"), align: "right" },
        { key: "state", label: text("list.state") },
        { key: "tax", label: text("list.tax"), align: "right", wideOnly: true },
        { key: "net", label: text("list.net"), align: "right", wideOnly: true },
        { key: "due", label: text("list.due") },
      ]}
      rows={payouts.map((one) => ({
        key: one.payoutId,
        cells: {
          no: (
            <>
              <Link
                href={`/merchant/finance/payouts/${one.payoutId}`}
                className="inline-block min-w-32 break-all text-leaf tabular-nums hover:underline"
              >
                {one.payoutNo}
              </Link>
              <span className="block text-ink-faint text-xs">{text(`channel.${one.channel}`)}</span>
            </>
          ),
          who: (
            <Link
              href={`/merchant/finance/accounts/${one.distributorId}`}
              className="text-leaf hover:underline"
            >
              {one.distributorName}
            </Link>
          ),
          state: (
            <>
              <PayoutStateBadge state={one.state} />
              {one.trouble && (
                <span className="mt-1 block min-w-32 text-ink-faint text-xs">
                  {text(`trouble.${one.trouble}`)}
                </span>
              )}
            </>
          ),
          gross: <Money fen={one.grossFen} />,
          tax: <Money fen={one.taxFen} />,
          net: <Money fen={one.netFen} />,
          due: <DueDate payout={one} now={now} />,
        },
      }))}
      empty={
        <EmptyNotice title={text(isFiltered ? "list.emptyFiltered" : "list.empty")}>
          {text(isFiltered ? "list.emptyFilteredHint" : "list.emptyHint")}
        </EmptyNotice>
      }
    />
  );
}

/** When it is due, and a word where it is late or was paid late. */
export function DueDate({
  payout: { state, dueAt, paidAt },
  now,
}: {
  payout: Pick<PayoutView, "state" | "dueAt" | "paidAt">;
  now: Date;
}) {
  const text = useTranslations("payouts.list");
  const isLate = hasEnded(state) ? paidAt !== null && paidAt > dueAt : now > dueAt;
  return (
    <>
      <Moment at={dueAt} />
      {isLate && (
        <span className="block text-danger text-xs">{text(paidAt ? "paidLate" : "overdue")}</span>
      )}
    </>
  );
}
