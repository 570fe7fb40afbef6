import Link from "next/link";
import { ScrollRow } from "@/components/ui/scroll-row";

export type LinkTab = { href: string; label: string; count?: number; isCurrent: boolean };

/** Views of the same list, one at a time; each has an address. */
export function LinkTabs({ label, tabs }: { label: string; tabs: readonly LinkTab[] }) {
  return (
    <ScrollRow label={label} className="mb-4 border-line border-b">
      <ul className="flex gap-1">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <Link
              href={tab.href}
              aria-current={tab.isCurrent ? "page" : undefined}
              className={`inline-flex min-h-10 items-center gap-1.5 border-b-2 px-3 text-sm ${
                tab.isCurrent
                  ? "border-leaf font-medium text-leaf-deep"
                  : "border-transparent text-ink-soft hover:text-ink"
              }`}
            >
              {tab.label}
              {tab.count !== undefined && (
                <span className="text-ink-faint text-xs tabular-nums">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </ScrollRow>
  );
}
