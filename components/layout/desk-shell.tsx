import type { ReactNode } from "react";
import { type DeskLink, DeskNav } from "@/components/layout/desk-nav";

/** The frame of every dashboard page: a sidebar on a wide screen, a row that scrolls on a narrow one. */
export function DeskShell({
  shopName,
  person,
  links,
  labels,
  corner,
  children,
}: {
  shopName: string;
  person: string;
  links: readonly DeskLink[];
  labels: { skip: string; menu: string };
  corner: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_1fr]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-card focus:p-3"
      >
        {labels.skip}
      </a>
      <header className="border-line border-b bg-card lg:sticky lg:top-0 lg:h-dvh lg:overflow-y-auto lg:border-r lg:border-b-0">
        <div className="flex items-center justify-between gap-3 px-4 pt-4 pb-2 lg:block lg:px-5 lg:pt-6">
          <div className="min-w-0">
            <p className="truncate font-semibold text-leaf-deep">{shopName}</p>
            <p className="truncate text-sm text-ink-faint">{person}</p>
          </div>
          <div className="flex shrink-0 gap-1 lg:mt-3">{corner}</div>
        </div>
        <DeskNav label={labels.menu} links={links} />
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-7xl px-4 py-6 lg:px-8 lg:py-8"
      >
        {children}
      </main>
    </div>
  );
}
