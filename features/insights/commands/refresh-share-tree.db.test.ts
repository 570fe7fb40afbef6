import { expect, test } from "vitest";
import { HOP_WAIT_MINUTES } from "@/domain/metrics/hop-wait";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { addClick, addCustomer, addLink, addVisitor } from "@/e2e/share-fixtures";
import { refreshShareTree } from "@/features/insights/commands/refresh-share-tree";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
const dayMs = 86_400_000;
const start = new Date("2026-05-01T04:00:00.000Z").getTime();
const now = new Date(start + 12 * dayMs);
const seed = Number(process.hrtime.bigint() % 1_000_000n);
const roll = diceOf(seed);

type Click = { visitorId: string; sharer: string; linkId: string; at: Date };
type Sale = { customerId: string; at: Date; fen: bigint };
const clicks: Click[] = [];
const sales: Sale[] = [];
const owners = new Map<string, string>();

/** Small and repeatable: a linear congruential generator (Numerical Recipes' constants). */
function diceOf(first: number) {
  let state = first;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

function pick<T>(list: readonly T[]): T {
  const one = list[roll(list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

/** Customers with links who open each other's, browsers that nobody knows, and a few orders. */
async function plant() {
  await addFreeFreight(a);
  const people = await Promise.all(Array.from({ length: 12 }, () => addCustomer(a)));
  for (const { customerId, visitorId } of people) owners.set(visitorId, customerId);
  await asSuperuser((db) =>
    db.query(
      `with came as (select id, $2::timestamptz + make_interval(hours => (ordinality * 17 % 190)::int) as at
         from unnest($3::uuid[]) with ordinality v (id, ordinality)),
       seen as (update visitor v set first_seen_at = at from came where v.id = came.id returning v.customer_id, at)
       update customer c set created_at = at from seen where c.merchant_id = $1 and c.id = seen.customer_id`,
      [merchantId, new Date(start), people.map(({ visitorId }) => visitorId)],
    ),
  );
  const links = await Promise.all(
    [...people, ...people.slice(0, 5)].map(async ({ customerId }) => ({
      sharer: customerId,
      linkId: await addLink(a, customerId),
    })),
  );
  const guests = await Promise.all(Array.from({ length: 8 }, () => addVisitor(a)));
  const visitors = [...people.map(({ visitorId }) => visitorId), ...guests];
  for (let left = 60; left > 0; left -= 1) {
    const at = new Date(start + roll(10 * 24) * 3_600_000);
    const click = { ...pick(links), visitorId: pick(visitors) };
    clicks.push({ ...click, at });
    await addClick(a, { linkId: click.linkId, visitorId: click.visitorId, clickedAt: at });
  }
  await comeOnce(links[11], await addVisitor(a));
  for (const { customerId } of people.slice(0, 4)) {
    const buyer = await addAddress(a, customerId);
    const at = new Date(start + roll(10 * 24) * 3_600_000);
    const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 1 }], at);
    await payTestOrder(a, order, at);
    sales.push({ customerId, at, fen: order.payableFen });
    if (roll(2) > 0) continue;
    await refundTestOrder(a, order, { lines: [{ lineNo: 1, amountFen: 700n }] }, now);
    sales.push({ customerId, at, fen: -700n });
  }
  return { guests, people };
}

/** Whatever the dice say, one browser comes to the twelfth within days of when that one was first seen. */
async function comeOnce(link: { sharer: string; linkId: string } | undefined, visitorId: string) {
  if (!link) throw new Error("nobody has a twelfth link");
  const at = new Date(start + 20 * 3_600_000);
  clicks.push({ ...link, visitorId, at });
  await addClick(a, { linkId: link.linkId, visitorId, clickedAt: at });
}

type Node = {
  person: string;
  parent: string | null;
  link: string | null;
  seen: Date;
  brought: Date | null;
};

/** Who brought whom, looked at one person after the other. */
function plainTree(firstSeen: Map<string, Date>): Map<string, Node> {
  const firsts = new Map<string, Click & { person: string }>();
  for (const click of clicks) {
    const person = owners.get(click.visitorId) ?? click.visitorId;
    const known = firsts.get(person);
    if (person === click.sharer || (known && known.at <= click.at)) continue;
    firsts.set(person, { ...click, person });
  }
  const all = [...firsts.values()];
  const brought = all.filter(({ person, at }) =>
    all.every((other) => other.sharer !== person || at < other.at),
  );
  const tree = new Map<string, Node>();
  const seenOf = (person: string) => firstSeen.get(person) ?? new Date(0);
  for (const { sharer } of brought) {
    tree.set(sharer, {
      person: sharer,
      parent: null,
      link: null,
      seen: seenOf(sharer),
      brought: null,
    });
  }
  for (const one of brought) {
    const { person, sharer: parent, linkId: link, at } = one;
    tree.set(person, { person, parent, link, seen: seenOf(person), brought: at });
  }
  return tree;
}

/** Everybody below a person or link with their hop; a loop would never end. */
function below(tree: Map<string, Node>, root: string): { node: Node; hop: number }[] {
  return [...tree.values()].flatMap((node) => {
    let hop = 0;
    for (let at: Node | undefined = node; at; at = at.parent ? tree.get(at.parent) : undefined) {
      hop += 1;
      if (hop > tree.size) throw new Error("somebody lies below themselves");
      if (at.parent === root || at.link === root) return [{ node, hop }];
    }
    return [];
  });
}

const own = ({ person, brought }: Node) =>
  sales.filter(({ customerId, at }) => customerId === person && (!brought || at >= brought));
const fenOf = (node: Node) => own(node).reduce((sum, { fen }) => sum + fen, 0n);
const ordersOf = (node: Node) => own(node).filter(({ fen }) => fen > 0n).length;
const sumFen = (nodes: readonly Node[]) => nodes.reduce((sum, node) => sum + fenOf(node), 0n);
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0);

function childrenOf(tree: Map<string, Node>, { person, seen }: Node) {
  const children = [...tree.values()].filter(({ parent }) => parent === person);
  const soon = children.filter(
    ({ brought }) => brought && brought >= seen && brought.getTime() < seen.getTime() + 7 * dayMs,
  );
  return { children: children.length, soon: soon.length };
}

async function firstSeen(): Promise<Map<string, Date>> {
  const rows = await asSuperuser((db) =>
    db.query<{ id: string; customer_id: string | null; at: Date }>(
      `select id, customer_id, first_seen_at as at from visitor where merchant_id = $1
       union all select id, id, created_at from customer where merchant_id = $1`,
      [merchantId],
    ),
  );
  const seen = new Map<string, Date>();
  for (const { id, customer_id, at } of rows.rows) {
    const person = customer_id ?? owners.get(id) ?? id;
    const known = seen.get(person);
    if (!known || at < known) seen.set(person, at);
  }
  return seen;
}

async function expectTrue() {
  await refreshShareTree(merchantId, now);
  const tree = plainTree(await firstSeen());
  const kept = await inMerchant(merchantId, async (tx) => ({
    nodes: await tx.shareNode.findMany({ omit: { merchantId: true } }),
    hops: await tx.shareHop.findMany({ where: { hop: { gt: 0 } } }),
    days: await tx.shareDay.findMany(),
  }));
  const depthOf = (node: Node): number => {
    const parent = node.parent ? tree.get(node.parent) : undefined;
    return parent ? depthOf(parent) + 1 : 0;
  };
  const wanted = [...tree.values()].map((node) => {
    const under = below(tree, node.person);
    const { children, soon } = childrenOf(tree, node);
    return {
      personId: node.person,
      parentId: node.parent,
      linkId: node.link,
      firstSeenAt: node.seen,
      broughtAt: node.brought,
      depth: depthOf(node),
      children,
      soonChildren: soon,
      orders: ordersOf(node),
      netFen: fenOf(node),
      belowHops: Math.max(0, ...under.map(({ hop }) => hop)),
      belowPeople: under.length,
      belowOrders: sum(under.map((one) => ordersOf(one.node))),
      belowFen: sumFen(under.map((one) => one.node)),
    };
  });
  const byPerson = (one: { personId: string }, other: { personId: string }) =>
    one.personId < other.personId ? -1 : 1;
  expect({ seed, nodes: kept.nodes.toSorted(byPerson) }).toEqual({
    seed,
    nodes: wanted.toSorted(byPerson),
  });
  for (const { rootId, hop, people, sharers, orders, netFen } of kept.hops) {
    if (rootId.startsWith("00000000-0000-0000")) continue;
    const found = below(tree, rootId).filter((one) => one.hop === hop);
    expect({ seed, people, sharers, orders, netFen }).toEqual({
      seed,
      people: found.length,
      sharers: found.filter(({ node }) => childrenOf(tree, node).children > 0).length,
      orders: sum(found.map(({ node }) => ordersOf(node))),
      netFen: sumFen(found.map(({ node }) => node)),
    });
  }
  expect(sum(kept.hops.map(({ people }) => people))).toBeGreaterThan(0);
  expect(sum(kept.nodes.map((one) => one.soonChildren))).toBeGreaterThan(0);
  const brought = [...tree.values()].filter(({ parent }) => parent !== null);
  for (const { day, seen, soonChildren, depths, waits } of kept.days) {
    const name = day.toISOString().slice(0, 10);
    const here = brought.filter((node) => node.brought && shanghaiDay(node.brought) === name);
    const first = [...(await firstSeen())].filter(([, at]) => shanghaiDay(at) === name);
    expect(seen).toBe(first.length);
    expect(soonChildren).toBe(
      sum(
        first
          .map(([person]) => tree.get(person))
          .map((node) => (node ? childrenOf(tree, node).soon : 0)),
      ),
    );
    expect(depths.slice(0, 4)).toEqual(
      [1, 2, 3, 4].map((depth) => here.filter((node) => depthOf(node) === depth).length),
    );
    expect(waits).toHaveLength(HOP_WAIT_MINUTES.length + 1);
    expect(sum(waits)).toBe(here.length);
  }
  return kept;
}

const planted = await plant();

test("the kept tree is what the clicks, joins and orders say, for everybody, every link, hop and day", async () => {
  await expectTrue();
});

test("a browser that turns out to be a customer's takes its branch along, and a second run changes nothing", async () => {
  for (const [at, visitorId] of planted.guests.slice(0, 4).entries()) {
    const customerId = planted.people[at]?.customerId ?? "";
    owners.set(visitorId, customerId);
    await inMerchant(merchantId, (tx) =>
      tx.visitor.updateMany({ where: { id: visitorId }, data: { customerId, joinedAt: now } }),
    );
  }
  const kept = await expectTrue();
  expect(await expectTrue()).toEqual(kept);
});

test("another merchant has no part of it", async () => {
  await refreshShareTree(b.merchantId, now);
  expect(await inMerchant(b.merchantId, (tx) => tx.shareNode.count())).toBe(0);
});
