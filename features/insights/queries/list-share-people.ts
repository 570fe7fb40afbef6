import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

/** A person of the share tree with what lies below them. */
export type SharePerson = {
  personId: string;
  /** As they call themselves, or as a distributor is called; empty for a visitor nobody knows. */
  name: string;
  isCustomer: boolean;
  distributorId: string | null;
  parentId: string | null;
  broughtAt: Date | null;
  depth: number;
  children: number;
  /** Own paid orders since they were brought, and their net sales. */
  orders: number;
  netFen: bigint;
  belowHops: number;
  belowPeople: number;
  belowOrders: number;
  belowFen: bigint;
};

/** Who is listed: the children of a person, those whom a link brought, the roots, everybody, or one. */
export type ShareWhere =
  | { parentId: string }
  | { linkId: string }
  | { personId: string }
  | "roots"
  | "everybody";

/** People of the share tree, those with most people below them first. */
export async function listSharePeople(
  tx: MerchantTx,
  asked: { merchantId: string; where: ShareWhere; limit: number; offset?: number },
): Promise<SharePerson[]> {
  const { merchantId, where, limit, offset = 0 } = asked;
  return tx.$queryRaw<SharePerson[]>`${plannedAnew}
    select n.person_id as "personId", coalesce(d.display_name, nullif(c.nickname, ''), '') as name,
      c.id is not null as "isCustomer", d.id as "distributorId", n.parent_id as "parentId",
      n.brought_at as "broughtAt", n.depth, n.children, n.orders, n.net_fen as "netFen",
      n.below_hops as "belowHops", n.below_people as "belowPeople", n.below_orders as "belowOrders",
      n.below_fen as "belowFen"
    from (
      select * from share_node where merchant_id = ${merchantId}::uuid and ${conditionOf(where)}
      order by below_people desc, person_id limit ${limit} offset ${offset}) n
    left join customer c on c.merchant_id = n.merchant_id and c.id = n.person_id
    left join distributor d on d.merchant_id = n.merchant_id and d.customer_id = n.person_id
    order by n.below_people desc, n.person_id`;
}

function conditionOf(where: ShareWhere): Prisma.Sql {
  if (where === "everybody") return Prisma.sql`children > 0`;
  if (where === "roots") return Prisma.sql`parent_id is null`;
  if ("parentId" in where) return Prisma.sql`parent_id = ${where.parentId}::uuid`;
  if ("linkId" in where) return Prisma.sql`link_id = ${where.linkId}::uuid`;
  return Prisma.sql`person_id = ${where.personId}::uuid`;
}
