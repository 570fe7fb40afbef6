import { maskName } from "@/domain/attribution/mask-name";
import { listShareHops, type ShareHopFigures } from "@/features/insights/queries/list-share-hops";
import { listSharePath } from "@/features/insights/queries/list-share-path";
import { listSharePeople, type SharePerson } from "@/features/insights/queries/list-share-people";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A page of people is never longer than this. */
const peoplePerPage = 30;

/** One of the people below a distributor, as the distributor may see them: masked, without what they bought. */
export type OwnSharePerson = Pick<
  SharePerson,
  "personId" | "broughtAt" | "children" | "belowPeople" | "belowOrders" | "orders"
> & { name: string };

export type OwnShareTree = {
  /** Empty at the distributor's own place. */
  path: { personId: string; name: string }[];
  totals: { people: number; orders: number; netFen: bigint; hops: number };
  hops: ShareHopFigures[];
  people: OwnSharePerson[];
  page: number;
  hasMore: boolean;
};

/**
 * A distributor's own part of the share tree, seen from themselves or from somebody below them.
 * @param personId null for the distributor
 * @returns null for somebody who does not lie below the distributor
 */
export async function askOwnShareTree(
  tx: MerchantTx,
  asked: { merchantId: string; customerId: string; personId: string | null; page: number },
): Promise<OwnShareTree | null> {
  const { merchantId, customerId, page } = asked;
  const rootId = asked.personId ?? customerId;
  const above = asked.personId ? await listSharePath(tx, { merchantId, personId: rootId }) : [];
  const at = above.findIndex(({ personId }) => personId === customerId);
  if (asked.personId && (at < 0 || rootId === customerId)) return null;
  const [root] = await listSharePeople(tx, { merchantId, where: { personId: rootId }, limit: 1 });
  const people = await listSharePeople(tx, {
    merchantId,
    where: { parentId: rootId },
    limit: peoplePerPage + 1,
    offset: page * peoplePerPage,
  });
  return {
    path: above.slice(at + 1).map(({ personId, name }) => ({ personId, name: maskName(name) })),
    totals: {
      people: root?.belowPeople ?? 0,
      orders: root?.belowOrders ?? 0,
      netFen: root?.belowFen ?? 0n,
      hops: root?.belowHops ?? 0,
    },
    hops: await listShareHops(tx, { merchantId, rootId }),
    people: people.slice(0, peoplePerPage).map(toOwn),
    page,
    hasMore: people.length > peoplePerPage,
  };
}

function toOwn(person: SharePerson): OwnSharePerson {
  const { personId, broughtAt, children, belowPeople, belowOrders, orders, name } = person;
  return { personId, broughtAt, children, belowPeople, belowOrders, orders, name: maskName(name) };
}
