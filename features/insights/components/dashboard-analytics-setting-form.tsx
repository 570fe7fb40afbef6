"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import { ACTIVITY_ACTS } from "@/domain/metrics/activity-index";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import type { AnalyticsSetting } from "@/features/insights/schema";

const amounts = ["fixedCostPerDayFen", "freightCostPerOrderFen"] as const;
const counts = ["safetyDays", "slowMoverDays"] as const;

/** What the boards take from the merchant: costs by the day and parcel, days of stock, weights. */
export function AnalyticsSettingForm({
  setting,
  save,
}: {
  setting: AnalyticsSetting;
  save: FormAction;
}) {
  const text = useTranslations("insights");
  return (
    <ActionForm action={save} submitLabel={text("setting.save")}>
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        {amounts.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`setting.${name}`)}
            hint={text(`setting.${name}Hint`)}
            inputMode="decimal"
            defaultValue={formatYuanPlain(setting[name])}
          />
        ))}
        {counts.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`setting.${name}`)}
            hint={text(`setting.${name}Hint`)}
            inputMode="numeric"
            defaultValue={String(setting[name])}
          />
        ))}
      </div>
      <fieldset className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-4">
        <legend className="mb-2 font-medium">{text("setting.weights")}</legend>
        {ACTIVITY_ACTS.map((act) => (
          <FormInput
            key={act}
            name={act}
            label={text(`products.act.${act}`)}
            inputMode="numeric"
            defaultValue={String(setting.activityWeights[act])}
          />
        ))}
      </fieldset>
    </ActionForm>
  );
}
