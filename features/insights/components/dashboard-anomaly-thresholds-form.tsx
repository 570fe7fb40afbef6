"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import type { AnomalyThresholds } from "@/domain/metrics/anomalies";

const fields = [
  "clicksWithoutOrder",
  "ordersWithoutClick",
  "ownOrders",
  "ringOrders",
  "ringSharePercent",
  "ringOrdersPerPayer",
  "offPlatformReports",
] as const;

/** From where on the board of anomalies finds something, the share in percent. */
export function AnomalyThresholdsForm({
  thresholds,
  save,
}: {
  thresholds: AnomalyThresholds;
  save: FormAction;
}) {
  const text = useTranslations("insights");
  const values = { ...thresholds, ringSharePercent: thresholds.ringShareBps / 100 };
  return (
    <ActionForm action={save} submitLabel={text("thresholds.save")}>
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        {fields.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`thresholds.${name}`)}
            hint={text(`thresholds.${name}Hint`)}
            inputMode="numeric"
            maxLength={7}
            defaultValue={String(values[name])}
          />
        ))}
      </div>
    </ActionForm>
  );
}
