"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFault } from "@/components/ui/action-form";
import { Button } from "@/components/ui/button";
import { FormCheck, FormInput } from "@/components/ui/form-field";

/** A SKU as the form shows it, amounts as they are typed. */
export type SkuDraft = {
  id: string;
  code: string;
  optionName: string;
  unitPrice: string;
  listPrice: string;
  cost: string;
  weightGrams: string;
  isActive: boolean;
};

const emptyDraft: SkuDraft = {
  id: "",
  code: "",
  optionName: "",
  unitPrice: "",
  listPrice: "",
  cost: "",
  weightGrams: "",
  isActive: true,
};

/** The SKUs of a product, one block each. Those with orders are switched off instead of deleted. */
export function SkuRows({ initial }: { initial: readonly SkuDraft[] }) {
  const text = useTranslations("products");
  const fault = useFault("skus");
  const [rows, setRows] = useState(() =>
    (initial.length > 0 ? initial : [emptyDraft]).map((draft, key) => ({ key, draft })),
  );
  const nextKey = Math.max(-1, ...rows.map(({ key }) => key)) + 1;
  return (
    <div className="grid gap-4">
      {rows.map(({ key, draft }, index) => (
        <SkuBlock
          key={key}
          name={`skus.${index}`}
          title={text("skuNo", { no: index + 1 })}
          draft={draft}
          onRemove={
            draft.id === "" && rows.length > 1
              ? () => setRows(rows.filter((row) => row.key !== key))
              : null
          }
        />
      ))}
      <div className="flex items-center gap-3">
        <Button onClick={() => setRows([...rows, { key: nextKey, draft: emptyDraft }])}>
          {text("addSku")}
        </Button>
        {fault && <p className="text-sm text-danger">{fault}</p>}
      </div>
    </div>
  );
}

function SkuBlock({
  name,
  title,
  draft,
  onRemove,
}: {
  name: string;
  title: string;
  draft: SkuDraft;
  onRemove: (() => void) | null;
}) {
  const text = useTranslations("products");
  const amount = { inputMode: "decimal", autoComplete: "off" } as const;
  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="px-1 text-sm text-ink-faint">{title}</legend>
      <input type="hidden" name={`${name}.id`} value={draft.id} />
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 md:grid-cols-4">
        <FormInput
          name={`${name}.optionName`}
          label={text("optionName")}
          defaultValue={draft.optionName}
        />
        <FormInput name={`${name}.code`} label={text("code")} defaultValue={draft.code} />
        <FormInput
          {...amount}
          name={`${name}.unitPriceFen`}
          label={text("unitPrice")}
          defaultValue={draft.unitPrice}
        />
        <FormInput
          {...amount}
          name={`${name}.listPriceFen`}
          label={text("listPrice")}
          defaultValue={draft.listPrice}
        />
        <FormInput
          {...amount}
          name={`${name}.costFen`}
          label={text("cost")}
          defaultValue={draft.cost}
        />
        <FormInput
          name={`${name}.weightGrams`}
          label={text("weight")}
          inputMode="numeric"
          defaultValue={draft.weightGrams}
        />
        {draft.id === "" && (
          <FormInput
            name={`${name}.openingStock`}
            label={text("openingStock")}
            inputMode="numeric"
            defaultValue="0"
          />
        )}
        <div className="flex flex-wrap items-center justify-between gap-2 self-center">
          <FormCheck
            name={`${name}.isActive`}
            label={text("onSale")}
            defaultChecked={draft.isActive}
          />
          {onRemove && (
            <Button look="quiet" onClick={onRemove}>
              {text("removeSku")}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  );
}
