import type { InputHTMLAttributes, ReactNode } from "react";
import { useId } from "react";

export const inputLook =
  "min-h-9 w-full rounded-md border border-edge/60 bg-card px-3 py-1.5 text-ink placeholder:text-ink-faint aria-invalid:border-danger";

/** A label, a control and what is wrong with it. The control gets its ids through `children`. */
export function Field({
  label,
  hint,
  error,
  children,
}: {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  children: (ids: { id: string; "aria-describedby": string; "aria-invalid": boolean }) => ReactNode;
}) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="grid content-start gap-1">
      <label htmlFor={id} className="text-sm font-medium text-ink-soft">
        {label}
      </label>
      {children({ id, "aria-describedby": noteId, "aria-invalid": error !== undefined })}
      <p id={noteId} className={`text-sm empty:hidden ${error ? "text-danger" : "text-ink-faint"}`}>
        {error ?? hint}
      </p>
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  ...input
}: InputHTMLAttributes<HTMLInputElement> & {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
}) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(ids) => <input {...ids} {...input} className={inputLook} />}
    </Field>
  );
}
