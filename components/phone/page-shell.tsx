import type { ReactNode } from "react";

/**
 * A page of the phone: header, content that fills the screen, and what sticks to the bottom edge
 * (a tab bar or a bar with the next step).
 */
export function PageShell({
  header,
  bottom,
  children,
  className = "",
}: {
  header?: ReactNode;
  bottom?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
}) {
  return (
    <div className="phone-column">
      {header}
      <main className={`flex-1 pb-8 ${className}`}>{children}</main>
      {bottom}
    </div>
  );
}
