"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

/** The days that are to be computed from their facts once more. */
export function RecomputeForm({ recompute }: { recompute: FormAction }) {
  const text = useTranslations("insights.setting");
  return (
    <ActionForm action={recompute} submitLabel={text("recomputeSubmit")}>
      <p className="text-sm text-ink-soft">{text("recomputeHint")}</p>
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        <FormInput name="from" type="date" label={text("recomputeFrom")} required />
        <FormInput name="until" type="date" label={text("recomputeUntil")} required />
      </div>
    </ActionForm>
  );
}
