"use client";

import { startTransition, useActionState } from "react";
import { Button } from "@/components/phone/button";
import { AreaField, TextField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import type { ApplyState } from "@/features/distributors/schema";

/** The sentences of the form; the page hands them over, so that no catalogue travels to the phone. */
export type ApplyFormText = Record<
  | "name"
  | "nameHint"
  | "words"
  | "wordsHint"
  | "consent"
  | "submit"
  | "submitting"
  | "faultName"
  | "faultWords"
  | "faultConsent"
  | "faultApplied",
  string
>;

/** Name, words and an unticked box. What was typed stays when something is at fault. */
export function ApplyForm({
  action,
  text,
  displayName,
}: {
  action: (before: ApplyState, form: FormData) => Promise<ApplyState>;
  text: ApplyFormText;
  /** What the applicant is called so far. */
  displayName: string;
}) {
  const [{ faults }, submit, pending] = useActionState(action, { faults: [] });
  const faultOf = (field: string, sentence: string) =>
    faults.includes(field) ? sentence : undefined;
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        // Not the form's `action`: React would empty the fields after a fault.
        event.preventDefault();
        const form = new FormData(event.currentTarget);
        startTransition(() => submit(form));
      }}
    >
      <TextField
        id="displayName"
        name="displayName"
        label={text.name}
        hint={text.nameHint}
        fault={faultOf("displayName", text.faultName)}
        defaultValue={displayName}
        maxLength={20}
        required
      />
      <AreaField
        id="applicationText"
        label={text.words}
        hint={text.wordsHint}
        fault={faultOf("applicationText", text.faultWords)}
        name="applicationText"
        rows={4}
        maxLength={300}
      />
      <label className="flex min-h-11 items-start gap-3">
        <input
          type="checkbox"
          name="consent"
          value="yes"
          required
          className="mt-1 size-5 shrink-0 accent-leaf"
        />
        <span className="text-sm">{text.consent}</span>
      </label>
      {faults.includes("consent") ? <Notice tone="bad">{text.faultConsent}</Notice> : null}
      {faults.includes("already_applied") ? (
        <Notice tone="careful" live>
          {text.faultApplied}
        </Notice>
      ) : null}
      <Button type="submit" pending={pending} className="w-full">
        {pending ? text.submitting : text.submit}
      </Button>
    </form>
  );
}
