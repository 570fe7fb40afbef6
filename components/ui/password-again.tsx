"use client";

import { useTranslations } from "next-intl";
import { FormInput } from "@/components/ui/form-field";

/**
 * Asks for the password again where money is about to move; nothing while the last time lies less
 * than five minutes back.
 */
export function PasswordAgain({ isSteppedUp }: { isSteppedUp: boolean }) {
  const text = useTranslations("payouts.stepUp");
  if (isSteppedUp) return <p className="text-ink-faint text-sm">{text("recent")}</p>;
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
