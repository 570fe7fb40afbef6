"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import type { ButtonLook } from "@/components/ui/button";
import { FormInput } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";

/** Takes the file for the bank away, after the password. */
export function BankExportForm({
  download,
  label,
  look,
  isSteppedUp,
}: {
  download: FormAction;
  label: string;
  look: ButtonLook;
  isSteppedUp: boolean;
}) {
  return (
    <ActionForm action={download} submitLabel={label} look={look}>
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}

/** Says that the bank has paid; the second of two people makes it so. */
export function BankPaidForm({
  mark,
  isMarked,
  isSteppedUp,
}: {
  mark: FormAction;
  isMarked: boolean;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("payouts.bank");
  return (
    <ActionForm
      action={mark}
      submitLabel={text(isMarked ? "confirm" : "mark")}
      className="grid gap-3"
    >
      <FormInput
        name="bankReference"
        label={text("reference")}
        hint={text(isMarked ? "referenceAgain" : "referenceHint")}
        maxLength={64}
        autoComplete="off"
      />
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}
