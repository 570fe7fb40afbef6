import type { ReactNode } from "react";

/** A part of a page with a heading of its own. */
export function Panel({
  title,
  hint,
  corner,
  children,
  className = "",
}: {
  title?: string;
  hint?: ReactNode;
  corner?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section className={`min-w-0 rounded-lg border border-line bg-card shadow-card ${className}`}>
      {title && (
        <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-4 lg:px-5">
          <h2 className="font-semibold">{title}</h2>
          {corner}
          {hint && <p className="w-full text-sm text-ink-faint">{hint}</p>}
        </header>
      )}
      <div className={`px-4 pb-4 lg:px-5 ${title ? "pt-3" : "pt-4"}`}>{children}</div>
    </section>
  );
}
