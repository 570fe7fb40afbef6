"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { FormInput, FormSelect } from "@/components/ui/form-field";

/** Yes, or no with a reason, to an application. */
export function ApplicationDecision({
  approve,
  refuse,
}: {
  approve: () => Promise<ActionResult>;
  refuse: FormAction;
}) {
  const text = useTranslations("distributors");
  return (
    <div className="grid gap-5">
      <div>
        <ActionButton look="primary" action={approve}>
          {text("approve")}
        </ActionButton>
      </div>
      <ActionForm action={refuse} submitLabel={text("refuse")} look="danger">
        <FormInput
          name="reason"
          label={text("refuseReason")}
          hint={text("reasonHint")}
          maxLength={200}
        />
      </ActionForm>
    </div>
  );
}

export function FreezeForm({ freeze }: { freeze: FormAction }) {
  const text = useTranslations("distributors");
  return (
    <ActionForm action={freeze} submitLabel={text("freeze")} look="danger" clears>
      <FormInput
        name="reason"
        label={text("freezeReason")}
        hint={text("freezeHint")}
        maxLength={200}
      />
    </ActionForm>
  );
}

/** Who stands above a distributor and earns on level 2. */
export function ParentForm({
  assign,
  parentId,
  candidates,
}: {
  assign: FormAction;
  parentId: string | null;
  candidates: readonly { distributorId: string; name: string }[];
}) {
  const text = useTranslations("distributors");
  return (
    <ActionForm action={assign} submitLabel={text("assign")} look="plain">
      <FormSelect
        name="parentId"
        label={text("parent")}
        hint={text("parentHint")}
        defaultValue={parentId ?? ""}
        choices={[
          { value: "", label: text("noParent") },
          ...candidates.map(({ distributorId, name }) => ({ value: distributorId, label: name })),
        ]}
      />
    </ActionForm>
  );
}
