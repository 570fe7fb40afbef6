"use client";

import { useTranslations } from "next-intl";
import { useFault } from "@/components/ui/action-form";
import { FormInput } from "@/components/ui/form-field";

/**
 * Asks for the password again where money is about to move, or where somebody could be given the right
 * to move it; nothing while the last time lies less than five minutes back. Who left the page open for
 * longer is asked once the action has missed it.
 */
export function PasswordAgain({ isSteppedUp }: { isSteppedUp: boolean }) {
  const text = useTranslations("payouts.stepUp");
  const fault = useFault("password");
  if (isSteppedUp && !fault) return <p className="text-ink-faint text-sm">{text("recent")}</p>;
  return (
    <FormInput
      name="password"
      type="password"
      autoComplete="current-password"
      label={text("password")}
      hint={text("hint")}
      maxLength={200}
    />
  );
}
