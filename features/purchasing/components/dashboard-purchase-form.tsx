"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { Button } from "@/components/ui/button";
import { FormInput, FormSelect } from "@/components/ui/form-field";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import type { SkuChoice, SupplierView } from "@/features/purchasing/schema";

/** A line as it is typed. */
type PurchaseDraftLine = { skuId: string; units: string; unitCost: string };
type PurchaseDraft = { supplierId: string; note: string; lines: PurchaseDraftLine[] };

const emptyLine: PurchaseDraftLine = { skuId: "", units: "", unitCost: "" };

/** A draft of a purchase order: from whom, and how many of what at which cost. */
export function PurchaseForm({
  action,
  draft,
  suppliers,
  skus,
}: {
  action: FormAction;
  draft: PurchaseDraft;
  suppliers: readonly SupplierView[];
  skus: readonly SkuChoice[];
}) {
  const text = useTranslations("stock.purchase");
  const [rows, setRows] = useState(() =>
    (draft.lines.length > 0 ? draft.lines : [emptyLine]).map((line, key) => ({ key, line })),
  );
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <ActionForm action={action} submitLabel={text("saveDraft")}>
      <div className="grid gap-3 md:grid-cols-2">
        <FormSelect
          name="supplierId"
          label={text("supplier")}
          defaultValue={draft.supplierId}
          choices={[
            { value: "", label: text("chooseSupplier") },
            ...suppliers.map(({ supplierId, name }) => ({ value: supplierId, label: name })),
          ]}
        />
        <FormInput name="note" label={text("note")} defaultValue={draft.note} maxLength={200} />
      </div>
      {rows.map(({ key, line }, index) => (
        <PurchaseLine
          key={key}
          name={`lines.${index}`}
          no={index + 1}
          line={line}
          skus={skus}
          onRemove={
            rows.length > 1 ? () => setRows(rows.filter((row) => row.key !== key)) : undefined
          }
        />
      ))}
      <Button
        className="justify-self-start"
        onClick={() => setRows([...rows, { key: nextKey, line: emptyLine }])}
      >
        {text("addLine")}
      </Button>
    </ActionForm>
  );
}

function PurchaseLine({
  name,
  no,
  line,
  skus,
  onRemove,
}: {
  name: string;
  no: number;
  line: PurchaseDraftLine;
  skus: readonly SkuChoice[];
  onRemove: (() => void) | undefined;
}) {
  const text = useTranslations("stock.purchase");
  const [unitCost, setUnitCost] = useState(line.unitCost);
  const takeLastCost = (skuId: string) => {
    const sku = skus.find((one) => one.skuId === skuId);
    if (sku) setUnitCost(formatYuanPlain(sku.unitCostFen));
  };
  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="px-1 text-sm text-ink-faint">{text("lineNo", { no })}</legend>
      <div className="grid grid-cols-2 items-start gap-3 md:grid-cols-[1fr_7rem_9rem_auto]">
        <div className="col-span-2 min-w-0 md:col-span-1">
          <FormSelect
            name={`${name}.skuId`}
            label={text("sku")}
            defaultValue={line.skuId}
            onChange={(event) => takeLastCost(event.target.value)}
            choices={[
              { value: "", label: text("chooseSku") },
              ...skus.map(({ skuId, code, title }) => ({
                value: skuId,
                label: `${title}（${code}）`,
              })),
            ]}
          />
        </div>
        <FormInput
          name={`${name}.units`}
          label={text("units")}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={line.units}
        />
        <FormInput
          name={`${name}.unitCostFen`}
          label={text("unitCost")}
          inputMode="decimal"
          autoComplete="off"
          value={unitCost}
          onChange={(event) => setUnitCost(event.target.value)}
        />
        {onRemove && (
          <Button look="quiet" className="self-end" onClick={onRemove}>
            {text("removeLine")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
