"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { DataTable } from "@/components/ui/data-table";
import { FormSelect } from "@/components/ui/form-field";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { CellInput } from "@/features/purchasing/components/cell-input";
import type { SupplierView } from "@/features/purchasing/schema";
import type { ReorderRow } from "@/features/stock/schema";

/** What to order from one supplier, with how it was calculated: one click drafts the purchase order. */
export function ReorderForm({
  action,
  rows,
  suppliers,
}: {
  action: FormAction;
  rows: readonly ReorderRow[];
  /** To choose from, where nobody has told from whom it comes. */
  suppliers: readonly SupplierView[];
}) {
  const text = useTranslations("stock.reorder");
  const supplierId = rows[0]?.supplierId;
  return (
    <ActionForm action={action} submitLabel={text("draft")}>
      {supplierId ? (
        <input type="hidden" name="supplierId" value={supplierId} />
      ) : (
        <FormSelect
          name="supplierId"
          label={text("supplier")}
          choices={[
            { value: "", label: text("chooseSupplier") },
            ...suppliers.map((one) => ({ value: one.supplierId, label: one.name })),
          ]}
        />
      )}
      <input type="hidden" name="note" value="" />
      <DataTable
        caption={text("title")}
        columns={[
          { key: "sku", label: text("sku") },
          { key: "daily", label: text("sold"), align: "right" },
          { key: "lead", label: text("lead"), align: "right", wideOnly: true },
          { key: "onHand", label: text("onHand"), align: "right" },
          { key: "onOrder", label: text("onOrder"), align: "right", wideOnly: true },
          { key: "units", label: text("units"), align: "right" },
        ]}
        rows={rows.map((row, index) => ({
          key: row.skuId,
          cells: {
            sku: (
              <>
                {row.title}
                <span className="block text-xs text-ink-faint">{row.code}</span>
                <input type="hidden" name={`lines.${index}.skuId`} value={row.skuId} />
                <input
                  type="hidden"
                  name={`lines.${index}.unitCostFen`}
                  value={formatYuanPlain(row.unitCostFen)}
                />
              </>
            ),
            daily: text("soldIn", { units: row.soldUnits, days: row.soldDays }),
            lead: text("days", { days: row.leadDays }),
            onHand: row.onHand,
            onOrder: row.onOrder,
            units: (
              <CellInput
                name={`lines.${index}.units`}
                label={text("unitsOf", { title: row.title })}
                inputMode="numeric"
                defaultValue={row.units}
              />
            ),
          },
        }))}
      />
    </ActionForm>
  );
}
