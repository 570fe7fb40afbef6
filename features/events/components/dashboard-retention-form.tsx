"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

/** For how long the events of the mall's pages are kept. */
export function RetentionForm({ months, save }: { months: number; save: FormAction }) {
  const text = useTranslations();
  return (
    <ActionForm action={save} submitLabel={text("common.save")}>
      <FormInput
        name="retentionMonths"
        inputMode="numeric"
        maxLength={3}
        label={text("settings.retentionMonths")}
        hint={text("settings.retentionMonthsHint")}
        defaultValue={months}
      />
    </ActionForm>
  );
}
