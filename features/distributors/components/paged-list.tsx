import type { ReactNode } from "react";
import { Card } from "@/components/phone/card";
import { EmptyState } from "@/components/phone/empty-state";
import type { IconName } from "@/components/phone/icon";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { OlderLink } from "@/features/distributors/components/older-link";

/** A page of the centre that is one list, newest first: its rows, or why there are none. */
export function PagedList({
  title,
  path,
  icon,
  empty,
  older,
  rows,
  children,
}: {
  title: string;
  path: string;
  icon: IconName;
  empty: { title: string; hint: string };
  /** The way on, and the time or cursor of the last row where there is more behind it. */
  older: { label: string; before: Date | string | null };
  /** One element per row, each with its key. */
  rows: readonly ReactNode[];
  /** What stands above the list. */
  children?: ReactNode;
}) {
  return (
    <PageShell header={<PageHeader title={title} backHref="/distribute" />}>
      {rows.length === 0 ? (
        <EmptyState icon={icon} {...empty} />
      ) : (
        <div className="gutter pt-4">
          {children}
          <Card>
            <ul className="divide-y divide-line">{rows}</ul>
          </Card>
          <OlderLink path={path} {...older} />
        </div>
      )}
    </PageShell>
  );
}
