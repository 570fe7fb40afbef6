import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { StaffOrderView } from "@/features/orders/schema";

/** The order's payments at WeChat and what was sent back, under the numbers that WeChat knows. */
export function OrderPayments({ order }: { order: StaffOrderView }) {
  const text = useTranslations("orders");
  const payments = order.payments.map((payment) => ({
    key: payment.outTradeNo,
    cells: {
      kind: text("payment"),
      number: (
        <span className="break-all">
          {payment.outTradeNo}
          {payment.transactionId && (
            <span className="block text-ink-faint">{payment.transactionId}</span>
          )}
        </span>
      ),
      state: text(`paymentState.${payment.state}`),
      fen: <Money fen={payment.amountFen} />,
      at: <Moment at={payment.succeededAt ?? payment.createdAt} />,
    },
  }));
  const refunds = order.refunds.map((refund) => ({
    key: refund.outRefundNo,
    cells: {
      kind: text("refund"),
      number: <span className="break-all">{refund.outRefundNo}</span>,
      state: text(`refundState.${refund.state}`),
      fen: <Money fen={-refund.amountFen} />,
      at: <Moment at={refund.succeededAt ?? refund.createdAt} />,
    },
  }));
  return (
    <DataTable
      caption={text("payments")}
      columns={[
        { key: "kind", label: text("kind") },
        { key: "number", label: text("wechatNumber") },
        { key: "state", label: text("stateLabel") },
        { key: "fen", label: text("amount"), align: "right" },
        { key: "at", label: text("time"), wideOnly: true },
      ]}
      rows={[...payments, ...refunds]}
      empty={<p className="text-sm text-ink-faint">{text("noPayments")}</p>}
    />
  );
}
