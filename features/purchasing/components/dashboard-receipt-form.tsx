"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { DataTable } from "@/components/ui/data-table";
import { FormInput } from "@/components/ui/form-field";
import { CellInput } from "@/features/purchasing/components/cell-input";
import type { PurchaseLineView } from "@/features/purchasing/schema";

/** Takes a delivery in: of each line the units that arrived, all that are missing unless changed. */
export function ReceiptForm({
  action,
  lines,
  idempotencyKey,
}: {
  action: FormAction;
  lines: readonly PurchaseLineView[];
  /** Another one for each delivery: what is sent twice is taken in once. */
  idempotencyKey: string;
}) {
  const text = useTranslations("stock.purchase");
  const open = lines.filter(({ units, receivedUnits }) => receivedUnits < units);
  return (
    <ActionForm action={action} submitLabel={text("receive")}>
      <input type="hidden" name="idempotencyKey" value={idempotencyKey} />
      <DataTable
        caption={text("receive")}
        columns={[
          { key: "sku", label: text("sku") },
          { key: "missing", label: text("missing"), align: "right" },
          { key: "arrived", label: text("arrived"), align: "right" },
        ]}
        rows={open.map((line, index) => ({
          key: String(line.lineNo),
          cells: {
            sku: (
              <>
                {line.title}
                <span className="block text-xs text-ink-faint">{line.code}</span>
                <input type="hidden" name={`lines.${index}.lineNo`} value={line.lineNo} />
              </>
            ),
            missing: line.units - line.receivedUnits,
            arrived: (
              <CellInput
                name={`lines.${index}.units`}
                label={text("arrivedOf", { title: line.title })}
                inputMode="numeric"
                defaultValue={line.units - line.receivedUnits}
              />
            ),
          },
        }))}
      />
      <FormInput name="note" label={text("receiptNote")} maxLength={200} />
    </ActionForm>
  );
}
