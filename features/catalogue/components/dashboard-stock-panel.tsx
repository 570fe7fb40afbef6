"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { DataTable } from "@/components/ui/data-table";
import { FormInput, FormSelect } from "@/components/ui/form-field";
import { Panel } from "@/components/ui/panel";
import type { StaffSkuView } from "@/features/catalogue/queries/get-product-for-staff";

/** What lies in the warehouse of each SKU, and the form to correct it. */
export function StockPanel({
  skus,
  adjust,
}: {
  skus: readonly StaffSkuView[];
  /** Null for those who may only look. */
  adjust: FormAction | null;
}) {
  const text = useTranslations("products");
  const nameOf = (sku: StaffSkuView) => sku.optionName || sku.code;
  return (
    <Panel title={text("stock")} hint={text("stockHint")}>
      <DataTable
        caption={text("stock")}
        columns={[
          { key: "name", label: text("sku") },
          { key: "onHand", label: text("onHand"), align: "right" },
          { key: "left", label: text("left"), align: "right" },
        ]}
        rows={skus.map((sku) => ({
          key: sku.skuId,
          cells: {
            name: <span className="break-all">{nameOf(sku)}</span>,
            onHand: (
              <>
                {sku.onHand}
                <span className="block text-xs text-ink-faint">
                  {text("reserved", { count: sku.reserved })}
                </span>
              </>
            ),
            left: sku.onHand - sku.reserved,
          },
        }))}
      />
      {adjust && skus.length > 0 && (
        <div className="mt-4 border-line border-t pt-4">
          <ActionForm action={adjust} submitLabel={text("adjust")} look="plain" clears>
            <FormSelect
              name="skuId"
              label={text("sku")}
              choices={skus.map((sku) => ({ value: sku.skuId, label: nameOf(sku) }))}
            />
            <FormInput
              name="delta"
              label={text("delta")}
              hint={text("deltaHint")}
              autoComplete="off"
            />
            <FormInput
              name="note"
              label={text("adjustReason")}
              hint={text("adjustReasonHint")}
              maxLength={200}
            />
          </ActionForm>
        </div>
      )}
    </Panel>
  );
}
