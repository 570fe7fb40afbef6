import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { MovementView } from "@/features/stock/schema";

/** Movements of the stock, each with what caused it. */
export function MovementTable({ movements }: { movements: readonly MovementView[] }) {
  const text = useTranslations("stock.movement");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "at", label: text("at") },
        { key: "sku", label: text("sku") },
        { key: "reason", label: text("reason") },
        { key: "delta", label: text("delta"), align: "right" },
        { key: "value", label: text("value"), align: "right" },
        { key: "staff", label: text("staff"), wideOnly: true },
      ]}
      rows={movements.map((movement) => ({
        key: movement.movementId,
        cells: {
          at: <Moment at={movement.at} />,
          sku: (
            <>
              {movement.title}
              <span className="block text-xs text-ink-faint">{movement.code}</span>
            </>
          ),
          reason: <Reason movement={movement} />,
          delta: movement.delta > 0 ? `+${movement.delta}` : movement.delta,
          value: <Money fen={movement.valueFen} />,
          staff: movement.staffName || "—",
        },
      }))}
      empty={<EmptyNotice title={text("empty")}>{text("emptyHint")}</EmptyNotice>}
    />
  );
}

function Reason({ movement }: { movement: MovementView }) {
  const text = useTranslations("stock.movement");
  const { reason, orderNo, purchaseNo, purchaseOrderId, note } = movement;
  const word = text.has(`of.${reason}`) ? text(`of.${reason}`) : text("of.adjusted");
  const cause = orderNo
    ? { href: `/merchant/orders/${orderNo}`, label: orderNo }
    : purchaseNo && { href: `/merchant/stock/purchases/${purchaseOrderId}`, label: purchaseNo };
  return (
    <>
      {word}
      {cause && (
        <Link href={cause.href} className="block text-xs text-leaf tabular-nums hover:underline">
          {cause.label}
        </Link>
      )}
      {note && <span className="block text-xs break-words text-ink-faint">{note}</span>}
    </>
  );
}
