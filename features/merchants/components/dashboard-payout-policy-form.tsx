"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import type { PayoutPolicy } from "@/features/merchants/schema";

const amounts = [
  "payoutMinFen",
  "payoutApprovalLimitFen",
  "payoutDailyCapFen",
  "payoutDailyTotalFen",
] as const;
const counts = ["payoutDueDays", "payoutCooldownHours"] as const;
const words = ["payoutJobTitle", "payoutRemark"] as const;

/** The rules of withdrawals: how much, how soon, who has to agree, and what WeChat is told. */
export function PayoutPolicyForm({
  policy,
  save,
  isSteppedUp,
}: {
  policy: PayoutPolicy & { version: number };
  save: FormAction;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("payouts.policy");
  return (
    <ActionForm action={save} submitLabel={text("save")}>
      <input type="hidden" name="seenVersion" value={policy.version} />
      <div className="grid gap-x-4 gap-y-3 md:grid-cols-2">
        {amounts.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(name)}
            hint={text(`${name}Hint`)}
            inputMode="decimal"
            defaultValue={formatYuanPlain(policy[name])}
          />
        ))}
        {counts.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(name)}
            hint={text(`${name}Hint`)}
            inputMode="numeric"
            defaultValue={String(policy[name])}
          />
        ))}
        {words.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(name)}
            hint={text(`${name}Hint`)}
            maxLength={32}
            defaultValue={policy[name]}
          />
        ))}
      </div>
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}
