import type { ReactNode } from "react";

/** The table behind a chart, opened on demand. */
export function MoreFigures({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="mt-2 text-sm">
      <summary className="cursor-pointer text-leaf">{label}</summary>
      <div className="mt-2">{children}</div>
    </details>
  );
}
