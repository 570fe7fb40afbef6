import type { ComponentProps, ReactNode } from "react";

export const inputLook =
  "block w-full min-h-12 rounded-md border border-edge bg-card px-3 py-2 text-base text-ink placeholder:text-ink-faint aria-invalid:border-cinnabar";

/** A form field with its label above and its fault below, tied together for screen readers. */
export function Field({
  id,
  label,
  fault,
  hint,
  children,
}: {
  id: string;
  label: string;
  /** What is wrong with the input, as a sentence; its element is `${id}-fault`. */
  fault?: string | undefined;
  hint?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block font-medium text-ink-soft text-sm">
        {label}
      </label>
      {children}
      {hint && !fault ? <p className="mt-1 text-ink-faint text-sm">{hint}</p> : null}
      {fault ? (
        <p id={`${id}-fault`} className="mt-1 text-cinnabar-deep text-sm">
          {fault}
        </p>
      ) : null}
    </div>
  );
}

/** A one-line input for a Field of the same id. 16 px at least, or iOS would zoom in. */
export function TextField({
  id,
  label,
  fault,
  hint,
  ...input
}: ComponentProps<"input"> & {
  id: string;
  label: string;
  fault?: string | undefined;
  hint?: string | undefined;
}) {
  return (
    <Field id={id} label={label} fault={fault} hint={hint}>
      <input
        {...input}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        className={inputLook}
      />
    </Field>
  );
}

/** Several lines, for a Field of the same id. */
export function AreaField({
  id,
  label,
  fault,
  hint,
  ...input
}: ComponentProps<"textarea"> & {
  id: string;
  label: string;
  fault?: string | undefined;
  hint?: string | undefined;
}) {
  return (
    <Field id={id} label={label} fault={fault} hint={hint}>
      <textarea
        {...input}
        id={id}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
        className={inputLook}
      />
    </Field>
  );
}
