"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormArea, FormSelect } from "@/components/ui/form-field";

/** What staff found when they looked at a report; it can be said otherwise later. */
export function ReportDecision({
  decide,
  verdict,
  note,
}: {
  decide: FormAction;
  verdict: string;
  note: string;
}) {
  const text = useTranslations("insights.anomalies");
  return (
    <ActionForm action={decide} submitLabel={text("save")}>
      <FormSelect
        name="verdict"
        label={text("verdict")}
        defaultValue={verdict}
        choices={[
          { value: "", label: text("choose") },
          { value: "upheld", label: text("reportState.upheld") },
          { value: "dismissed", label: text("reportState.dismissed") },
        ]}
      />
      <FormArea
        name="note"
        label={text("note")}
        hint={text("noteHint")}
        defaultValue={note}
        maxLength={300}
        rows={4}
      />
    </ActionForm>
  );
}
