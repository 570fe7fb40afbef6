"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import type { TypedForecast } from "@/features/forecasts/schema";

/** Gives the forecast on the screen a name and keeps it. */
export function ForecastSaveForm({ typed, save }: { typed: TypedForecast; save: FormAction }) {
  const text = useTranslations("insights.forecast");
  return (
    <ActionForm action={save} submitLabel={text("save")} clears>
      {Object.entries(typed).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <FormInput name="title" label={text("title")} maxLength={60} autoComplete="off" />
    </ActionForm>
  );
}
