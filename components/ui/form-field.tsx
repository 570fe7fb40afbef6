"use client";

import type {
  InputHTMLAttributes,
  ReactNode,
  SelectHTMLAttributes,
  TextareaHTMLAttributes,
} from "react";
import { useFault } from "@/components/ui/action-form";
import { Field, inputLook } from "@/components/ui/field";

type Words = { name: string; label: string; hint?: string };

/** A line of text in an ActionForm. */
export function FormInput({
  label,
  hint,
  ...input
}: Words & Omit<InputHTMLAttributes<HTMLInputElement>, "name">) {
  return (
    <Field label={label} hint={hint} error={useFault(input.name)}>
      {(ids) => <input {...ids} {...input} className={inputLook} />}
    </Field>
  );
}

/** Several lines of text in an ActionForm. */
export function FormArea({
  label,
  hint,
  rows = 4,
  ...input
}: Words & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "name">) {
  return (
    <Field label={label} hint={hint} error={useFault(input.name)}>
      {(ids) => <textarea {...ids} {...input} rows={rows} className={inputLook} />}
    </Field>
  );
}

export type Choice = { value: string; label: string };

/** One of several choices in an ActionForm. */
export function FormSelect({
  label,
  hint,
  choices,
  ...input
}: Words & { choices: readonly Choice[] } & Omit<SelectHTMLAttributes<HTMLSelectElement>, "name">) {
  return (
    <Field label={label} hint={hint} error={useFault(input.name)}>
      {(ids) => (
        <select {...ids} {...input} className={inputLook}>
          {choices.map(({ value, label: word }) => (
            <option key={value} value={value}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Yes or no in an ActionForm; sends "yes" when ticked. */
export function FormCheck({
  label,
  hint,
  ...input
}: { name: string; label: ReactNode; hint?: string } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  "name" | "type" | "value"
>) {
  const fault = useFault(input.name);
  return (
    <div className="grid gap-1">
      <label className="flex items-start gap-2.5 text-sm">
        <input
          {...input}
          type="checkbox"
          value="yes"
          className="mt-1 size-4 shrink-0 accent-leaf"
        />
        <span>{label}</span>
      </label>
      {(fault ?? hint) && (
        <p className={`pl-6.5 text-sm ${fault ? "text-danger" : "text-ink-faint"}`}>
          {fault ?? hint}
        </p>
      )}
    </div>
  );
}
