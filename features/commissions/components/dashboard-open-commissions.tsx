import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { OpenCommission } from "@/features/commissions/queries/list-open-commissions";

/**
 * Commissions on their way to settlement.
 * @param decisions what can be done about one, by this person
 */
export function OpenCommissions({
  commissions,
  decisions,
}: {
  commissions: readonly OpenCommission[];
  decisions: (commission: OpenCommission) => ReactNode;
}) {
  const text = useTranslations();
  return (
    <DataTable
      caption={text("payouts.accounts.commissions")}
      columns={[
        { key: "order", label: text("orders.orderNo") },
        { key: "product", label: text("payouts.accounts.product"), wideOnly: true },
        { key: "fen", label: text("payouts.accounts.commission"), align: "right" },
        { key: "at", label: text("payouts.accounts.availableAt"), wideOnly: true },
        { key: "state", label: text("payouts.accounts.state") },
        { key: "decide", label: text("payouts.orderMoney.decide") },
      ]}
      rows={commissions.map((one) => ({
        key: one.commissionId,
        cells: {
          order: (
            <Link
              href={`/merchant/finance/orders/${one.orderNo}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {one.orderNo}
            </Link>
          ),
          product: one.productTitle,
          fen: <Money fen={one.leftFen} />,
          at: one.availableAt ? (
            <Moment at={one.availableAt} />
          ) : (
            text("payouts.accounts.notReceived")
          ),
          state: (
            <>
              {text(`orders.commissionState.${one.state}`)}
              {one.heldReason && (
                <span className="block text-danger text-xs">{one.heldReason}</span>
              )}
              {one.refundsInFlight > 0 && (
                <span className="block text-warn text-xs">
                  {text("payouts.accounts.refundUnderWay")}
                </span>
              )}
            </>
          ),
          decide: decisions(one),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("payouts.accounts.noCommissions")}</p>}
    />
  );
}
