"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck, FormInput, FormSelect } from "@/components/ui/form-field";
import { Notice } from "@/components/ui/notice";
import type { MerchantPolicy } from "@/features/merchants/schema";
import { formatBps } from "@/lib/i18n/format-bps";

const numbers = [
  "validityDays",
  "protectionDays",
  "holdDays",
  "paymentMinutes",
  "autoReceiveDays",
] as const;
const rates = ["commissionCapBps", "paymentFeeBps", "traditionalRakeBps"] as const;

/** Attribution, settlement and the switch for level 2. */
export function PolicyForm({ policy, save }: { policy: MerchantPolicy; save: FormAction }) {
  const text = useTranslations("settings");
  const [level2, setLevel2] = useState(policy.level2Enabled);
  return (
    <ActionForm action={save} submitLabel={text("savePolicy")}>
      <input type="hidden" name="seenVersion" value={policy.version} />
      <div className="grid gap-3 md:grid-cols-3">
        <FormSelect
          name="attributionMode"
          label={text("policy.attributionMode")}
          defaultValue={policy.attributionMode}
          choices={(["last_touch", "first_touch"] as const).map((value) => ({
            value,
            label: text(`policy.${value}`),
          }))}
        />
        {numbers.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`policy.${name}`)}
            inputMode="numeric"
            defaultValue={String(policy[name])}
          />
        ))}
        {rates.map((name) => (
          <FormInput
            key={name}
            name={name}
            label={text(`policy.${name}`)}
            inputMode="decimal"
            defaultValue={formatBps(policy[name]).replace("%", "")}
          />
        ))}
      </div>
      <FormCheck
        name="allowSelfPurchase"
        label={text("policy.allowSelfPurchase")}
        defaultChecked={policy.allowSelfPurchase}
      />
      <FormCheck
        name="level2Enabled"
        label={text("policy.level2Enabled")}
        hint={text("policy.level2Hint")}
        checked={level2}
        onChange={(event) => setLevel2(event.target.checked)}
      />
      {level2 && !policy.level2Enabled && (
        <Notice tone="warn">
          <FormCheck name="level2Confirmed" label={text("policy.level2Confirmed")} />
        </Notice>
      )}
    </ActionForm>
  );
}
