import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { StaffOrderView } from "@/features/orders/schema";

/** What was ordered, as it was frozen at checkout, and the sum below. */
export function OrderLines({ order }: { order: StaffOrderView }) {
  const text = useTranslations("orders");
  const sums: [string, bigint][] = [
    [text("goodsFen"), order.goodsFen],
    [text("discountFen"), -order.discountFen],
    [text("freightFen"), order.freightFen],
    [text("payable"), order.payableFen],
    [text("paidFen"), order.paidFen],
    [text("refundedFen"), order.refundedFen],
  ];
  return (
    <>
      <DataTable
        caption={text("lines")}
        columns={[
          { key: "title", label: text("product") },
          { key: "price", label: text("unitPrice"), align: "right" },
          { key: "quantity", label: text("quantity"), align: "right" },
          { key: "payable", label: text("linePayable"), align: "right" },
        ]}
        rows={order.lines.map((line) => ({
          key: String(line.lineNo),
          cells: {
            title: (
              <Link
                href={`/merchant/products/${line.productId}`}
                className="text-leaf hover:underline"
              >
                {line.productTitle}
                {line.optionName && <span className="block text-ink-faint">{line.optionName}</span>}
              </Link>
            ),
            price: <Money fen={line.unitPriceFen} />,
            quantity: line.quantity,
            payable: <Money fen={line.payableFen} />,
          },
        }))}
      />
      <dl className="mt-3 ml-auto grid w-fit grid-cols-[auto_auto] gap-x-6 gap-y-1 border-line border-t pt-3 text-sm">
        {sums.map(([name, fen]) => (
          <div key={name} className="contents">
            <dt className="text-ink-faint">{name}</dt>
            <dd className="text-right">
              <Money fen={fen} />
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
