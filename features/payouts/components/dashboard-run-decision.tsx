"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import { Money } from "@/components/ui/money";
import { PasswordAgain } from "@/components/ui/password-again";
import type { PayoutRunDetailView } from "@/features/payouts/schema";

/** Another person's yes or no to a run, each with the password given again. */
export function RunDecision({
  run,
  approve,
  refuse,
  isSteppedUp,
}: {
  run: PayoutRunDetailView;
  approve: FormAction;
  refuse: FormAction;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("payouts.runs");
  const seen = <input type="hidden" name="seenTotalFen" value={run.waitingFen.toString()} />;
  return (
    <div className="grid gap-6">
      {run.waitingCount > 0 && (
        <ActionForm action={approve} submitLabel={text("approve")}>
          {seen}
          <p className="text-sm">
            {text("waiting", { count: run.waitingCount })}{" "}
            <Money fen={run.waitingFen} className="font-semibold" />
          </p>
          <PasswordAgain isSteppedUp={isSteppedUp} />
        </ActionForm>
      )}
      <details>
        <summary className="cursor-pointer text-leaf text-sm">{text("refuse")}</summary>
        <div className="mt-3">
          <ActionForm action={refuse} submitLabel={text("refuse")} look="danger">
            {seen}
            <FormInput
              name="reason"
              label={text("reason")}
              hint={text("reasonHint")}
              maxLength={200}
            />
            <PasswordAgain isSteppedUp={isSteppedUp} />
          </ActionForm>
        </div>
      </details>
    </div>
  );
}
