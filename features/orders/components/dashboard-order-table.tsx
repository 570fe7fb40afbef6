import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { OrderStateBadge } from "@/features/orders/components/dashboard-order-state";
import type { StaffOrderSummary } from "@/features/orders/schema";

export function OrderTable({
  orders,
  isFiltered,
}: {
  orders: readonly StaffOrderSummary[];
  isFiltered: boolean;
}) {
  const text = useTranslations("orders");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "orderNo", label: text("orderNo") },
        { key: "state", label: text("stateLabel") },
        { key: "goods", label: text("goods") },
        { key: "payable", label: text("payable"), align: "right" },
        { key: "receiver", label: text("receiver"), wideOnly: true },
        { key: "distributor", label: text("distributor"), wideOnly: true },
        { key: "placed", label: text("placedAt"), wideOnly: true },
      ]}
      rows={orders.map((order) => ({
        key: order.orderNo,
        cells: {
          orderNo: (
            <Link
              href={`/merchant/orders/${order.orderNo}`}
              className="text-leaf tabular-nums underline-offset-2 hover:underline"
            >
              {order.orderNo}
            </Link>
          ),
          state: <OrderStateBadge state={order.state} />,
          goods: (
            <span className="line-clamp-2 min-w-32">
              {text("goodsSummary", { title: order.firstTitle, quantity: order.quantity })}
            </span>
          ),
          payable: <Money fen={order.payableFen} />,
          receiver: [order.receiverName, order.city].filter(Boolean).join(" · "),
          distributor: order.level1?.name ?? "—",
          placed: <Moment at={order.createdAt} />,
        },
      }))}
      empty={
        <EmptyNotice title={text(isFiltered ? "emptyFiltered" : "empty")}>
          {text(isFiltered ? "emptyFilteredHint" : "emptyHint")}
        </EmptyNotice>
      }
    />
  );
}
