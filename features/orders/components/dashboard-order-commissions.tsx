import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { formatYuan } from "@/domain/money/format-yuan";
import type { StaffOrderView } from "@/features/orders/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** Who earns what from the order, by which terms, and what has become of it. */
export function OrderCommissions({ order }: { order: StaffOrderView }) {
  const text = useTranslations("orders");
  const refunds = useTranslations("refunds");
  if (order.commissions.length === 0)
    return <p className="text-sm text-ink-faint">{text("noCommissions")}</p>;
  return (
    <DataTable
      caption={text("commissions")}
      columns={[
        { key: "who", label: text("distributor") },
        { key: "level", label: text("level") },
        { key: "base", label: text("base"), align: "right", wideOnly: true },
        { key: "terms", label: text("terms"), align: "right" },
        { key: "fen", label: text("commission"), align: "right" },
        { key: "state", label: text("stateLabel") },
        { key: "available", label: text("availableAt"), wideOnly: true },
      ]}
      rows={order.commissions.map((one) => ({
        key: `${one.lineNo}-${one.level}`,
        cells: {
          who: (
            <>
              <Link
                href={`/merchant/distributors/${one.distributorId}`}
                className="text-leaf hover:underline"
              >
                {one.distributorName}
              </Link>
              {order.lines.length > 1 && (
                <span className="block text-ink-faint text-xs">{titleOf(order, one.lineNo)}</span>
              )}
            </>
          ),
          level: text("levelNo", { level: one.level }),
          base: <Money fen={one.baseFen} />,
          terms:
            one.rateBps === null ? (
              <Money fen={one.fixedFenPerUnit ?? 0n} />
            ) : (
              formatBps(one.rateBps)
            ),
          fen: (
            <>
              <Money fen={one.commissionFen - one.clawedBackFen} />
              {one.clawedBackFen > 0n && (
                <span className="block whitespace-nowrap text-ink-faint text-xs">
                  {refunds("takenBack", { yuan: formatYuan(one.clawedBackFen) })}
                </span>
              )}
            </>
          ),
          state: text(`commissionState.${one.state}`),
          available: one.availableAt ? <Moment at={one.availableAt} /> : "—",
        },
      }))}
    />
  );
}

/** Of an order with several lines, which one a commission is for. */
function titleOf(order: StaffOrderView, lineNo: number): string {
  const line = order.lines.find((one) => one.lineNo === lineNo);
  return [line?.productTitle, line?.optionName].filter(Boolean).join(" ");
}
