import type { ReactNode } from "react";

export type DeskLink = { href: string; label: string; badge?: string | undefined };

/**
 * The frame of every dashboard page: a sidebar on a wide screen, a row that scrolls on a narrow one.
 * @param current path of the page shown; the longest link that begins it is marked
 */
export function DeskShell({
  shopName,
  person,
  links,
  current,
  labels,
  corner,
  children,
}: {
  shopName: string;
  person: string;
  links: readonly DeskLink[];
  current: string;
  labels: { skip: string; menu: string };
  corner: ReactNode;
  children: ReactNode;
}) {
  const active = links
    .filter(({ href }) => current === href || current.startsWith(`${href}/`))
    .sort((one, other) => other.href.length - one.href.length)[0];
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_1fr]">
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:absolute focus:z-10 focus:bg-card focus:p-3"
      >
        {labels.skip}
      </a>
      <header className="border-line border-b bg-card lg:sticky lg:top-0 lg:h-dvh lg:border-r lg:border-b-0 lg:overflow-y-auto">
        <div className="flex items-center justify-between gap-3 px-4 pt-4 pb-2 lg:block lg:px-5 lg:pt-6">
          <div className="min-w-0">
            <p className="truncate font-semibold text-leaf-deep">{shopName}</p>
            <p className="truncate text-sm text-ink-faint">{person}</p>
          </div>
          <div className="lg:mt-3">{corner}</div>
        </div>
        <nav aria-label={labels.menu} className="overflow-x-auto px-2 pb-2 lg:mt-3 lg:px-3">
          <ul className="flex gap-1 lg:grid">
            {links.map((link) => (
              <li key={link.href} className="shrink-0">
                <NavLink link={link} isCurrent={link === active} />
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main id="content" className="mx-auto w-full max-w-6xl min-w-0 px-4 py-6 lg:px-8 lg:py-8">
        {children}
      </main>
    </div>
  );
}

function NavLink({ link, isCurrent }: { link: DeskLink; isCurrent: boolean }) {
  const look = isCurrent
    ? "bg-leaf-soft font-medium text-leaf-deep"
    : "text-ink-soft hover:bg-sunken";
  return (
    <a
      href={link.href}
      aria-current={isCurrent ? "page" : undefined}
      className={`flex min-h-10 items-center justify-between gap-3 rounded-md px-3 text-sm ${look}`}
    >
      {link.label}
      {link.badge && (
        <span className="rounded-full bg-warn-soft px-2 text-warn text-xs tabular-nums">
          {link.badge}
        </span>
      )}
    </a>
  );
}
