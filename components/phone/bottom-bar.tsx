import type { ReactNode } from "react";

/** Sticks to the bottom edge, above the phone's home indicator: totals and the next step. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <div className="sticky bottom-0 z-20 bg-card shadow-bar above-home-indicator">
      <div className="flex flex-wrap items-center justify-end gap-x-3 gap-y-2 gutter pt-2">
        {children}
      </div>
    </div>
  );
}
