"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import type { ButtonLook } from "@/components/ui/button";
import { FormInput } from "@/components/ui/form-field";

/** A decision about a payout or about somebody's payouts that needs a reason. */
export function PayoutReasonForm({
  action,
  label,
  hint,
  look,
  children,
}: {
  action: FormAction;
  label: string;
  hint: string;
  look: ButtonLook;
  /** The password, where money is about to move. */
  children?: ReactNode;
}) {
  const text = useTranslations("payouts.accounts");
  return (
    <ActionForm action={action} submitLabel={label} look={look} clears>
      <FormInput name="reason" label={text("reason")} hint={hint} maxLength={200} />
      {children}
    </ActionForm>
  );
}
