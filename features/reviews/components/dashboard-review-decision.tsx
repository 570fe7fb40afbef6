"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { FormArea, FormSelect } from "@/components/ui/form-field";
import { HIDE_REASONS } from "@/features/reviews/schema";

export function PublishButton({ publish }: { publish: () => Promise<ActionResult> }) {
  const text = useTranslations("reviews");
  return (
    <div>
      <ActionButton look="primary" action={publish}>
        {text("publish")}
      </ActionButton>
    </div>
  );
}

/** Keeps words out of the mall, for one of the reasons that allow it. */
export function HideForm({ hide }: { hide: FormAction }) {
  const text = useTranslations("reviews");
  return (
    <ActionForm action={hide} submitLabel={text("hide")} look="danger">
      <FormSelect
        name="hideReason"
        label={text("hideReasonLabel")}
        hint={text("hideHint")}
        defaultValue=""
        choices={[
          { value: "", label: text("choose") },
          ...HIDE_REASONS.map((reason) => ({ value: reason, label: text(`hideReason.${reason}`) })),
        ]}
      />
    </ActionForm>
  );
}

export function AnswerForm({ action, answer }: { action: FormAction; answer: string }) {
  const text = useTranslations("reviews");
  return (
    <ActionForm action={action} submitLabel={text("saveAnswer")}>
      <FormArea
        name="answer"
        label={text("answerLabel")}
        hint={text("answerHint")}
        defaultValue={answer}
        maxLength={500}
        rows={4}
      />
    </ActionForm>
  );
}
