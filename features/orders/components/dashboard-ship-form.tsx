"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

const carriers = [
  "顺丰速运",
  "京东物流",
  "中通快递",
  "圆通速递",
  "韵达快递",
  "申通快递",
  "邮政 EMS",
  "极兔速递",
];

/** Hands a paid order to the carrier. */
export function ShipForm({ action }: { action: FormAction }) {
  const text = useTranslations("orders");
  return (
    <ActionForm action={action} submitLabel={text("ship")}>
      <FormInput
        name="carrier"
        label={text("carrier")}
        list="carriers"
        maxLength={40}
        autoComplete="off"
        required
      />
      <datalist id="carriers">
        {carriers.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <FormInput
        name="trackingNo"
        label={text("trackingNo")}
        hint={text("trackingHint")}
        maxLength={40}
        autoComplete="off"
        spellCheck={false}
        required
      />
    </ActionForm>
  );
}
