"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput, FormSelect } from "@/components/ui/form-field";

/** Opens a counting sheet over everything or a category. */
export function OpenCountForm({
  action,
  categories,
}: {
  action: FormAction;
  categories: readonly { id: string; name: string }[];
}) {
  const text = useTranslations("stock.count");
  return (
    <ActionForm action={action} submitLabel={text("open")}>
      <div className="grid gap-3 md:grid-cols-2">
        <FormInput name="name" label={text("name")} hint={text("nameHint")} maxLength={40} />
        <FormSelect
          name="categoryId"
          label={text("category")}
          choices={[
            { value: "", label: text("everything") },
            ...categories.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
    </ActionForm>
  );
}
