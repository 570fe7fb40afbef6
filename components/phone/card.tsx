import type { ReactNode } from "react";

/** A sheet of paper on the page: groups what belongs together. */
export function Card({
  children,
  className = "",
}: {
  children: ReactNode;
  className?: string | undefined;
}) {
  return <section className={`rounded-lg bg-card shadow-card ${className}`}>{children}</section>;
}
