"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";

/** Writes down what was handed to the tax office. @param owed in yuan, as text */
export function RemittanceForm({
  record,
  owed,
  today,
  isSteppedUp,
}: {
  record: FormAction;
  owed: string;
  today: string;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("reconciliation.tax");
  return (
    <ActionForm action={record} submitLabel={text("record")} className="grid gap-3" clears>
      <FormInput
        name="amount"
        label={text("amount")}
        hint={text("recordHint", { owed })}
        inputMode="decimal"
        defaultValue={owed}
      />
      <FormInput name="paidOn" type="date" label={text("paidOn")} defaultValue={today} />
      <FormInput name="reference" label={text("reference")} maxLength={64} autoComplete="off" />
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}

/** Takes the list for the tax office away, after the password. */
export function FilingExportForm({
  download,
  isSteppedUp,
}: {
  download: FormAction;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("reconciliation.tax");
  return (
    <ActionForm action={download} submitLabel={text("export")} className="grid gap-3">
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}
