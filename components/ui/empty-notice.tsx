import type { ReactNode } from "react";

/** Stands where a list has nothing to show: why, and what to do about it. */
export function EmptyNotice({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="grid justify-items-center gap-2 px-6 py-12 text-center">
      <p className="font-medium">{title}</p>
      {children && <div className="max-w-md text-sm text-ink-faint">{children}</div>}
    </div>
  );
}
