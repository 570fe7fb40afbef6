"use client";

import Link, { useLinkStatus } from "next/link";
import { usePathname } from "next/navigation";
import { ScrollRow } from "@/components/ui/scroll-row";

export type DeskLink = { href: string; label: string; badge?: string | undefined };

/** The dashboard's sections; the longest link that begins the path shown is marked. */
export function DeskNav({ label, links }: { label: string; links: readonly DeskLink[] }) {
  const path = usePathname();
  const active = links
    .filter(({ href }) => path === href || (href !== "/merchant" && path.startsWith(`${href}/`)))
    .sort((one, other) => other.href.length - one.href.length)[0];
  return (
    <ScrollRow label={label} className="px-2 pb-2 lg:mt-3 lg:px-3">
      <ul className="flex gap-1 lg:grid">
        {links.map((link) => (
          <li key={link.href} className="shrink-0">
            <Link
              href={link.href}
              aria-current={link === active ? "page" : undefined}
              className={`flex min-h-10 items-center justify-between gap-3 rounded-md px-3 text-sm ${
                link === active
                  ? "bg-leaf-soft font-medium text-leaf-deep"
                  : "text-ink-soft hover:bg-sunken"
              }`}
            >
              {link.label}
              <PendingMark />
              {link.badge && (
                <span className="rounded-full bg-warn-soft px-2 text-warn text-xs tabular-nums">
                  {link.badge}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </ScrollRow>
  );
}

/** Turns while the page behind the link around is being read. */
function PendingMark() {
  const { pending } = useLinkStatus();
  if (!pending) return null;
  return (
    <span
      aria-hidden="true"
      className="mr-auto size-3 animate-spin rounded-full border-2 border-current border-t-transparent motion-reduce:animate-none"
    />
  );
}
