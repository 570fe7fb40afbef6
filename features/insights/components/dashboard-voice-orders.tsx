import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { VoiceOrder } from "@/features/insights/queries/list-voice-orders";

/** Orders that were refunded, complained about or late, and why. */
export function VoiceOrderTable({ orders }: { orders: readonly VoiceOrder[] }) {
  const text = useTranslations();
  return (
    <DataTable
      caption={text("insights.voice.orders")}
      columns={[
        { key: "order", label: text("insights.voice.order") },
        { key: "paid", label: text("insights.voice.paidAt"), wideOnly: true },
        { key: "shipped", label: text("insights.voice.shippedAt") },
        { key: "refunded", label: text("insights.voice.refunded"), align: "right" },
        { key: "why", label: text("insights.voice.why"), wideOnly: true },
      ]}
      rows={orders.map((order) => ({
        key: order.orderNo,
        cells: {
          order: (
            <Link
              href={`/merchant/orders/${order.orderNo}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {order.orderNo}
            </Link>
          ),
          paid: <Moment at={order.paidAt} />,
          shipped: order.shippedAt ? (
            <Moment at={order.shippedAt} />
          ) : (
            text("insights.voice.notShipped")
          ),
          refunded: order.refundedFen > 0n ? <Money fen={order.refundedFen} /> : "—",
          why:
            order.reasons
              .map((value, at) => {
                const label = text(`refunds.kinds.${order.kinds[at] ?? "other"}`);
                return text("common.labelled", { label, value });
              })
              .join(text("common.clauses")) || "—",
        },
      }))}
      empty={<p className="text-sm text-ink-faint">{text("insights.emptyTable")}</p>}
    />
  );
}
