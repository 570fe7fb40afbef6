import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { StaffOrderView } from "@/features/orders/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** Who earns what from the order, by which terms, and what has become of it. */
export function OrderCommissions({ order }: { order: StaffOrderView }) {
  const text = useTranslations("orders");
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
            <Link
              href={`/merchant/distributors/${one.distributorId}`}
              className="text-leaf hover:underline"
            >
              {one.distributorName}
            </Link>
          ),
          level: text("levelNo", { level: one.level }),
          base: <Money fen={one.baseFen} />,
          terms:
            one.rateBps === null ? (
              <Money fen={one.fixedFenPerUnit ?? 0n} />
            ) : (
              formatBps(one.rateBps)
            ),
          fen: <Money fen={one.commissionFen - one.clawedBackFen} />,
          state: text(`commissionState.${one.state}`),
          available: one.availableAt ? <Moment at={one.availableAt} /> : "—",
        },
      }))}
    />
  );
}
