import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { PurchaseState } from "@/domain/stock/purchase";
import type { PurchaseSummary } from "@/features/purchasing/schema";

const tones: Record<PurchaseState, BadgeTone> = {
  draft: "quiet",
  ordered: "info",
  partly_received: "warn",
  received: "ok",
  cancelled: "quiet",
};

/** A purchase order's state in a word. */
export function PurchaseStateBadge({ state }: { state: PurchaseState }) {
  const text = useTranslations("stock.purchase.state");
  return <Badge tone={tones[state]}>{text(state)}</Badge>;
}

/** Purchase orders with how much of them has arrived. */
export function PurchaseTable({ orders }: { orders: readonly PurchaseSummary[] }) {
  const text = useTranslations("stock.purchase");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "no", label: text("no") },
        { key: "supplier", label: text("supplier") },
        { key: "state", label: text("stateLabel") },
        { key: "arrived", label: text("arrivedUnits"), align: "right" },
        { key: "amount", label: text("amount"), align: "right" },
        { key: "at", label: text("createdAt"), wideOnly: true },
      ]}
      rows={orders.map((order) => ({
        key: order.purchaseOrderId,
        cells: {
          no: (
            <Link
              href={`/merchant/stock/purchases/${order.purchaseOrderId}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {order.purchaseNo}
            </Link>
          ),
          supplier: order.supplierName,
          state: <PurchaseStateBadge state={order.state} />,
          arrived: `${order.receivedUnits} / ${order.units}`,
          amount: <Money fen={order.amountFen} />,
          at: <Moment at={order.createdAt} />,
        },
      }))}
      empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
    />
  );
}
