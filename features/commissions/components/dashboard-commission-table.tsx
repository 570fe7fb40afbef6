import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { CommissionView } from "@/features/commissions/schema";

/** Commissions with the orders that they come from. */
export function CommissionTable({ commissions }: { commissions: readonly CommissionView[] }) {
  const text = useTranslations("orders");
  return (
    <DataTable
      caption={text("commissions")}
      columns={[
        { key: "order", label: text("orderNo") },
        { key: "product", label: text("product"), wideOnly: true },
        { key: "level", label: text("level") },
        { key: "fen", label: text("commission"), align: "right" },
        { key: "state", label: text("stateLabel") },
        { key: "at", label: text("time"), wideOnly: true },
      ]}
      rows={commissions.map((one) => ({
        key: one.commissionId,
        cells: {
          order: (
            <Link
              href={`/merchant/orders/${one.orderNo}`}
              className="text-leaf tabular-nums hover:underline"
            >
              {one.orderNo}
            </Link>
          ),
          product: `${one.productTitle} ${one.optionName}`,
          level: text("levelNo", { level: one.level }),
          fen: <Money fen={one.commissionFen - one.clawedBackFen} />,
          state: text(`commissionState.${one.state}`),
          at: <Moment at={one.accruedAt} />,
        },
      }))}
      empty={<p className="text-sm text-ink-faint">{text("noCommissionsYet")}</p>}
    />
  );
}
