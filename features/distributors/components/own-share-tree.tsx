import { Card } from "@/components/phone/card";
import { EmptyState } from "@/components/phone/empty-state";
import { ListRow } from "@/components/phone/list-row";
import { SectionHeading } from "@/components/phone/section-heading";
import { formatYuan } from "@/domain/money/format-yuan";
import { OlderLink } from "@/features/distributors/components/older-link";
import type { OwnSharePerson, OwnShareTree } from "@/features/insights/queries/ask-own-share-tree";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay } from "@/lib/i18n/shanghai-time";

const path = "/distribute/tree";

/** A distributor's part of the share tree: the hops with what they bring, and the people right below, masked. */
export function OwnShareTreeView({
  tree,
  personId,
}: {
  tree: OwnShareTree;
  personId: string | null;
}) {
  const { totals, hops, people, page, hasMore } = tree;
  if (totals.people === 0) {
    return (
      <EmptyState
        icon="people"
        title={mallText("distribution.tree.empty")}
        hint={mallText("distribution.tree.emptyHint")}
      />
    );
  }
  const next = `${personId ? `${personId}.` : ""}${page + 1}`;
  return (
    <div className="space-y-5 gutter pt-4">
      <TreePath tree={tree} />
      <section className="space-y-2">
        <SectionHeading
          title={mallText("distribution.tree.total", { count: totals.people, hops: totals.hops })}
          hint={mallText("distribution.tree.hint")}
        />
        <Card>
          <ul className="divide-y divide-line">
            {hops.map(({ hop, people: count, orders, netFen }) => (
              <li key={hop}>
                <ListRow
                  label={mallText("distribution.tree.hop", { hop })}
                  value={mallText("distribution.tree.people", { count })}
                  hint={mallText("distribution.tree.bought", {
                    count: orders,
                    yuan: formatYuan(netFen),
                  })}
                />
              </li>
            ))}
          </ul>
        </Card>
      </section>
      <section className="space-y-2">
        <SectionHeading title={mallText("distribution.tree.direct")} />
        <Card>
          <ul className="divide-y divide-line">
            {people.map((person) => (
              <TreeItem key={person.personId} person={person} />
            ))}
          </ul>
        </Card>
        <OlderLink
          path={path}
          before={hasMore ? next : null}
          label={mallText("distribution.tree.more")}
        />
      </section>
    </div>
  );
}

/** One person: when they came, whom they brought on; opens where somebody lies below them. */
function TreeItem({ person }: { person: OwnSharePerson }) {
  const { personId, name, broughtAt, belowPeople } = person;
  const since = broughtAt ? mallText("distribution.tree.since", { day: formatDay(broughtAt) }) : "";
  return (
    <li>
      <ListRow
        icon="person"
        label={name || mallText("distribution.someone")}
        hint={since}
        value={broughtBy(person)}
        href={belowPeople > 0 ? `${path}?before=${personId}.0` : undefined}
      />
    </li>
  );
}

/** Whom they brought on, or where that is nobody what they bought themselves. */
function broughtBy({ belowPeople, belowOrders, orders }: OwnSharePerson): string {
  if (belowPeople > 0) {
    return mallText("distribution.tree.person", {
      people: belowPeople,
      orders: orders + belowOrders,
    });
  }
  return orders > 0
    ? mallText("distribution.tree.ordered", { orders })
    : mallText("distribution.friends.none");
}

/** From the distributor down to who is looked at. */
function TreePath({ tree }: { tree: OwnShareTree }) {
  if (tree.path.length === 0) return null;
  return (
    <nav aria-label={mallText("distribution.tree.path")}>
      <ol className="flex flex-wrap items-center gap-x-2 text-sm">
        <li>
          <a href={path} className="inline-flex min-h-11 items-center text-leaf">
            {mallText("distribution.tree.me")}
          </a>
        </li>
        {tree.path.map(({ personId, name }, at) => (
          <li key={personId} className="inline-flex items-center gap-2">
            <span aria-hidden="true">›</span>
            {at === tree.path.length - 1 ? (
              <span aria-current="page">{name || mallText("distribution.someone")}</span>
            ) : (
              <a
                href={`${path}?before=${personId}.0`}
                className="inline-flex min-h-11 items-center text-leaf"
              >
                {name || mallText("distribution.someone")}
              </a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
