import { type ReactNode, useId } from "react";
import { Button } from "@/components/ui/button";

/** The filters of a list as a plain GET form: they stand in the address and need no script. */
export function FilterBar({
  submitLabel,
  hidden = {},
  children,
}: {
  submitLabel: string;
  /** What stays in the address without being a field here. */
  hidden?: Readonly<Record<string, string | undefined>>;
  children: ReactNode;
}) {
  return (
    <search>
      <form className="mb-4 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
        {Object.entries(hidden).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        {children}
        <Button type="submit" className="justify-self-start">
          {submitLabel}
        </Button>
      </form>
    </search>
  );
}

/** One filter with its label above; the control takes the id. */
export function FilterField({
  label,
  children,
}: {
  label: string;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="grid min-w-0 gap-1">
      <label htmlFor={id} className="text-sm text-ink-soft">
        {label}
      </label>
      {children(id)}
    </div>
  );
}
