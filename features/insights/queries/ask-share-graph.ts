import {
  type AskedStart,
  findShareStart,
  type ShareStart,
} from "@/features/insights/queries/find-share-start";
import { listShareHops, type ShareHopFigures } from "@/features/insights/queries/list-share-hops";
import { listSharePath } from "@/features/insights/queries/list-share-path";
import {
  listSharePeople,
  type SharePerson,
  type ShareWhere,
} from "@/features/insights/queries/list-share-people";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** People of one hop on a page of the tree. */
const SHARE_PAGE = 50;

export type ShareGraph = {
  start: ShareStart;
  /** From the root down to whoever brought the start, the root first. */
  path: { personId: string; name: string }[];
  hops: ShareHopFigures[];
  /** The hop right below the start, those with most people below them first. */
  people: SharePerson[];
  page: number;
  hasMore: boolean;
};

/**
 * A part of the share tree: what lies below a person, a link, or all roots (features/insights, F4).
 * @param start what the address names; null for the whole forest
 * @param limit people right below on a page
 * @returns null for a person or link that this merchant has not in the tree
 */
export async function askShareGraph(
  tx: MerchantTx,
  asked: { merchantId: string; start: AskedStart; page: number; limit?: number },
): Promise<ShareGraph | null> {
  const { merchantId, page, limit = SHARE_PAGE } = asked;
  const start = await findShareStart(tx, { merchantId, start: asked.start });
  if (!start) return null;
  const hops = await listShareHops(tx, { merchantId, rootId: idOf(start) });
  const people = await listSharePeople(tx, {
    merchantId,
    where: whereOf(start),
    limit: limit + 1,
    offset: page * limit,
  });
  const under = pathEndOf(start);
  return {
    start,
    path: under ? await listSharePath(tx, { merchantId, personId: under }) : [],
    hops,
    people: people.slice(0, limit),
    page,
    hasMore: people.length > limit,
  };
}

function idOf(start: ShareStart): string | null {
  if (start.kind === "person") return start.person.personId;
  return start.kind === "link" ? start.link.linkId : null;
}

function whereOf(start: ShareStart): ShareWhere {
  if (start.kind === "person") return { parentId: start.person.personId };
  return start.kind === "link" ? { linkId: start.link.linkId } : "roots";
}

/** Whose path leads to the start: of a person their bringer's, of a link its sharer's. */
function pathEndOf(start: ShareStart): string | null {
  if (start.kind === "person") return start.person.parentId;
  return start.kind === "link" ? start.link.sharerId : null;
}
