import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { Panel } from "@/components/ui/panel";
import type { StaffProductView } from "@/features/catalogue/queries/get-product-for-staff";

/** A product for those who may look at it and not change it. */
export function ProductSummary({ product }: { product: StaffProductView }) {
  const text = useTranslations("products");
  return (
    <Panel title={text("skus")} hint={product.subtitle}>
      <DataTable
        caption={text("skus")}
        columns={[
          { key: "name", label: text("optionName") },
          { key: "code", label: text("code") },
          { key: "price", label: text("unitPrice"), align: "right" },
          { key: "cost", label: text("cost"), align: "right" },
        ]}
        rows={product.skus.map((sku) => ({
          key: sku.skuId,
          cells: {
            name: sku.optionName || "—",
            code: sku.code,
            price: <Money fen={sku.unitPriceFen} />,
            cost: <Money fen={sku.costFen} />,
          },
        }))}
      />
    </Panel>
  );
}
