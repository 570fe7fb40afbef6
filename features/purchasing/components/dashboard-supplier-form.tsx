"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck, FormInput } from "@/components/ui/form-field";
import type { SupplierView } from "@/features/purchasing/schema";

/** Adds a supplier, or changes the one given. */
export function SupplierForm({
  action,
  supplier,
}: {
  action: FormAction;
  supplier?: SupplierView;
}) {
  const text = useTranslations("stock.supplier");
  return (
    <ActionForm
      action={action}
      submitLabel={text(supplier ? "save" : "add")}
      look={supplier ? "plain" : "primary"}
      clears={!supplier}
    >
      <div className="grid gap-3 md:grid-cols-2">
        <FormInput name="name" label={text("name")} defaultValue={supplier?.name} maxLength={60} />
        <FormInput
          name="leadDays"
          label={text("leadDays")}
          hint={text("leadDaysHint")}
          inputMode="numeric"
          defaultValue={supplier?.leadDays}
        />
        <FormInput
          name="contactName"
          label={text("contactName")}
          defaultValue={supplier?.contactName}
          maxLength={40}
        />
        <FormInput
          name="phone"
          label={text("phone")}
          type="tel"
          defaultValue={supplier?.phone}
          maxLength={30}
        />
      </div>
      <FormInput name="note" label={text("note")} defaultValue={supplier?.note} maxLength={200} />
      <FormCheck
        name="isActive"
        label={text("isActive")}
        defaultChecked={supplier?.isActive ?? true}
      />
    </ActionForm>
  );
}
