"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormArea, FormSelect } from "@/components/ui/form-field";

/** Whose the case is: one of the people who work here, or nobody. */
export function AssignCaseForm({
  assign,
  people,
  ownerId,
}: {
  assign: FormAction;
  people: readonly { staffId: string; name: string }[];
  ownerId: string | null;
}) {
  const text = useTranslations("reconciliation");
  return (
    <ActionForm
      action={assign}
      submitLabel={text("case.assign")}
      look="plain"
      className="grid gap-3"
    >
      <FormSelect
        name="ownerId"
        label={text("case.assignTo")}
        defaultValue={ownerId ?? ""}
        choices={[
          { value: "", label: text("nobody") },
          ...people.map(({ staffId, name }) => ({ value: staffId, label: name })),
        ]}
      />
    </ActionForm>
  );
}

/** Ends a case with what was found out. */
export function CloseCaseForm({ close }: { close: FormAction }) {
  const text = useTranslations("reconciliation.case");
  return (
    <ActionForm action={close} submitLabel={text("closeDo")} className="grid gap-3">
      <FormArea
        name="resolution"
        label={text("resolution")}
        hint={text("resolutionHint")}
        maxLength={500}
        rows={3}
      />
    </ActionForm>
  );
}
