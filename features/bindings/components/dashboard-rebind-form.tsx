"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormArea, FormSelect } from "@/components/ui/form-field";
import type { Nobody } from "@/features/bindings/schema";

const nobody: Nobody = "nobody";

/** Gives a customer to another distributor, or to nobody, with a reason. */
export function RebindForm({
  rebind,
  seenBindingId,
  candidates,
}: {
  rebind: FormAction;
  /** The period in force as the page shows it; the form refers to no other. */
  seenBindingId: string | null;
  candidates: readonly { distributorId: string; name: string }[];
}) {
  const text = useTranslations("customers.rebind");
  return (
    <ActionForm action={rebind} submitLabel={text("submit")} look="danger" clears>
      <input type="hidden" name="seenBindingId" value={seenBindingId ?? ""} />
      <FormSelect
        name="distributorId"
        label={text("to")}
        defaultValue=""
        choices={[
          { value: "", label: text("choose") },
          ...(seenBindingId ? [{ value: nobody, label: text("release") }] : []),
          ...candidates.map(({ distributorId, name }) => ({ value: distributorId, label: name })),
        ]}
      />
      <FormArea
        name="reason"
        rows={3}
        label={text("reason")}
        hint={text("reasonHint")}
        maxLength={200}
      />
    </ActionForm>
  );
}
