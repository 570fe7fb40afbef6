import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Money } from "@/components/ui/money";
import { unitCostFen } from "@/domain/stock/moving-average-cost";
import type { StockView } from "@/features/stock/schema";

/** What lies in the warehouse and what it is worth at moving-average cost. */
export function StockTable({
  stock,
  isFiltered,
}: {
  stock: readonly StockView[];
  isFiltered: boolean;
}) {
  const text = useTranslations("stock");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "sku", label: text("sku") },
        { key: "onHand", label: text("onHand"), align: "right" },
        { key: "free", label: text("free"), align: "right" },
        { key: "onOrder", label: text("onOrder"), align: "right", wideOnly: true },
        { key: "unitCost", label: text("unitCost"), align: "right", wideOnly: true },
        { key: "value", label: text("value"), align: "right" },
      ]}
      rows={stock.map((sku) => ({
        key: sku.skuId,
        cells: {
          sku: (
            <>
              <Link
                href={`/merchant/stock/movements?skuId=${sku.skuId}`}
                className="text-leaf hover:underline"
              >
                {sku.title}
              </Link>
              <span className="block text-xs text-ink-faint">{sku.code}</span>
              {!sku.isOnSale && <Badge>{text("notOnSale")}</Badge>}
            </>
          ),
          onHand: sku.onHand === 0 ? <Badge tone="danger">{text("none")}</Badge> : sku.onHand,
          free: sku.onHand - sku.reserved,
          onOrder: sku.onOrder,
          unitCost: <UnitCost sku={sku} />,
          value: <Money fen={sku.valueFen} />,
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

function UnitCost({ sku }: { sku: StockView }) {
  const each = unitCostFen({ units: sku.onHand, valueFen: sku.valueFen });
  return each === null ? "—" : <Money fen={each} />;
}
