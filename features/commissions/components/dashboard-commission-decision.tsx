"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

/** Keeps one commission back, or lets it go; both with a reason. Nothing for what has settled. */
export function CommissionDecision({
  state,
  hold,
  release,
}: {
  state: string;
  hold: FormAction;
  release: FormAction;
}) {
  const text = useTranslations("payouts.accounts");
  if (state !== "pending" && state !== "held") return null;
  const isHeld = state === "held";
  const label = text(isHeld ? "release" : "hold");
  return (
    <details className="min-w-24">
      <summary className="cursor-pointer text-leaf">{label}</summary>
      <div className="mt-2 min-w-52">
        <ActionForm
          action={isHeld ? release : hold}
          submitLabel={label}
          look={isHeld ? "plain" : "danger"}
          className="grid gap-2"
        >
          <FormInput
            name="reason"
            label={text("reason")}
            hint={text(isHeld ? "reasonKept" : "reasonSeen")}
            maxLength={200}
          />
        </ActionForm>
      </div>
    </details>
  );
}
