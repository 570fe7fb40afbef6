"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { type Choice, FormInput, FormSelect } from "@/components/ui/form-field";
import { HAND_REASONS } from "@/domain/stock/movement-reason";

/** Writes goods off or in: the reason says whether they come or go. */
export function CorrectionForm({ action, skus }: { action: FormAction; skus: readonly Choice[] }) {
  const text = useTranslations("stock.correction");
  return (
    <ActionForm action={action} submitLabel={text("submit")} look="plain" clears>
      <FormSelect name="skuId" label={text("sku")} choices={skus} />
      <FormSelect
        name="reason"
        label={text("reason")}
        choices={Object.keys(HAND_REASONS).map((value) => ({ value, label: text(`of.${value}`) }))}
      />
      <FormInput name="units" label={text("units")} inputMode="numeric" autoComplete="off" />
      <FormInput name="note" label={text("note")} hint={text("noteHint")} maxLength={200} />
    </ActionForm>
  );
}
