"use client";

import type { InputHTMLAttributes } from "react";
import { useFault } from "@/components/ui/action-form";
import { inputLook } from "@/components/ui/field";

/** A field inside a table's cell: its label is read out, the heads of the table show it. */
export function CellInput({
  label,
  ...input
}: { name: string; label: string } & InputHTMLAttributes<HTMLInputElement>) {
  const fault = useFault(input.name);
  return (
    <div className="grid min-w-20 gap-1">
      <input
        {...input}
        aria-label={label}
        aria-invalid={fault !== undefined}
        autoComplete="off"
        className={`${inputLook} ${input.inputMode ? "text-right tabular-nums" : ""}`}
      />
      {fault && <span className="text-left text-sm text-danger">{fault}</span>}
    </div>
  );
}
