import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import { PurchaseStateBadge } from "@/features/purchasing/components/dashboard-purchase-table";
import type { PurchaseView } from "@/features/purchasing/schema";

/** A purchase order: from whom, what, and what came of it when. */
export function PurchaseDetail({ order }: { order: PurchaseView }) {
  const text = useTranslations("stock.purchase");
  return (
    <>
      <Panel title={text("lines")} corner={<PurchaseStateBadge state={order.state} />}>
        <DefinitionList
          entries={[
            [text("supplier"), order.supplierName],
            [text("amount"), <Money key="amount" fen={order.amountFen} />],
            [text("createdAt"), <Moment key="created" at={order.createdAt} />],
            ...momentOf(text("orderedAt"), order.orderedAt),
            ...momentOf(text("endedAt"), order.endedAt),
            ...(order.note ? [[text("note"), order.note] as const] : []),
          ]}
        />
        <div className="mt-4">
          <DataTable
            caption={text("lines")}
            columns={[
              { key: "sku", label: text("sku") },
              { key: "ordered", label: text("ordered"), align: "right" },
              { key: "received", label: text("received"), align: "right" },
              { key: "unitCost", label: text("unitCost"), align: "right" },
              { key: "amount", label: text("amount"), align: "right" },
            ]}
            rows={order.lines.map((line) => ({
              key: String(line.lineNo),
              cells: {
                sku: (
                  <>
                    {line.title}
                    <span className="block text-xs text-ink-faint">{line.code}</span>
                  </>
                ),
                ordered: line.units,
                received: line.receivedUnits,
                unitCost: <Money fen={line.unitCostFen} />,
                amount: <Money fen={line.unitCostFen * BigInt(line.units)} />,
              },
            }))}
          />
        </div>
      </Panel>
      <Receipts order={order} />
    </>
  );
}

function momentOf(label: string, at: Date | null) {
  return at ? [[label, <Moment key={label} at={at} />] as const] : [];
}

function Receipts({ order }: { order: PurchaseView }) {
  const text = useTranslations("stock.purchase");
  const movement = useTranslations("stock.movement");
  if (order.state === "draft") return null;
  return (
    <Panel title={text("receipts")}>
      <DataTable
        caption={text("receipts")}
        columns={[
          { key: "at", label: movement("at") },
          { key: "units", label: text("received"), align: "right" },
          { key: "cost", label: text("amount"), align: "right" },
          { key: "staff", label: movement("staff") },
          { key: "note", label: text("note"), wideOnly: true },
        ]}
        rows={order.receipts.map((receipt) => ({
          key: receipt.receiptId,
          cells: {
            at: <Moment at={receipt.createdAt} />,
            units: text("unitsOf", { units: receipt.units }),
            cost: <Money fen={receipt.costFen} />,
            staff: receipt.staffName || "—",
            note: receipt.note || "—",
          },
        }))}
        empty={<p className="text-sm text-ink-faint">{text("noReceipts")}</p>}
      />
    </Panel>
  );
}
