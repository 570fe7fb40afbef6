import { v4 } from "uuid";
import { ACTS } from "@/domain/metrics/acts";
import { asSuperuser, type TestMerchant } from "@/e2e/database";
import { payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

const hourMs = 3_600_000;
/** Some hours before a leap day begins in Shanghai. */
const start = new Date("2028-02-27T12:00:00.000Z");
const eventKinds = ["view", "favourite", "cart", "checkout", "scan"] as const;
const actsOfKind = {
  view: ACTS.visited | ACTS.active,
  scan: ACTS.visited | ACTS.active,
  favourite: ACTS.visited | ACTS.active | ACTS.sawProduct | ACTS.favourited,
  cart: ACTS.visited | ACTS.active | ACTS.sawProduct | ACTS.carted,
  checkout: ACTS.visited | ACTS.active | ACTS.sawProduct | ACTS.carted | ACTS.checkedOut,
};
const bought = actsOfKind.checkout | ACTS.bought | ACTS.converted;

/** What a visitor, link or customer did at a moment, and when the shop came to know of it. */
export type Act = {
  who: string;
  at: Date;
  acts: number;
  product: string | null;
  orderId: string | null;
  /** The share link that was opened: who opened it was brought unless it was the sharer. */
  of?: { id: string; sharer: string };
};
export type Sale = { at: Date; product: string; fen: bigint };

/** A stream of facts, as told: `joins` says which customer a visitor turned out to be. */
export type Facts = { acts: Act[]; sales: Sale[]; backs: Sale[]; joins: Map<string, string> };

/** Dice: a whole number from 0 below `sides`. */
export type Roll = (sides: number) => number;

export async function prepareFacts(): Promise<void> {
  await asSuperuser((db) => db.query("select ensure_event_partitions('2028-02-01', '2028-04-01')"));
}

/** The n-th stretch of twelve hours: facts of it arrive within it. */
export function stretch(n: number): { from: Date; to: Date } {
  const from = new Date(start.getTime() + n * 12 * hourMs);
  return { from, to: new Date(from.getTime() + 12 * hourMs) };
}

type Stretch = {
  n: number;
  roll: Roll;
  /** Everybody who came so far; the stretch adds to it. */
  visitors: string[];
  buyers: { customerId: string; addressId: string }[];
};
type Link = { id: string; sharer: string; product: string | null };

/** Plants what arrives in the n-th stretch, in no order, and writes it down in `facts`. */
export async function plantFacts(merchant: TestMerchant, facts: Facts, stretch: Stretch) {
  const { roll } = stretch;
  await inMerchant(merchant.merchantId, async (tx) => {
    const links = await addLinks(tx, merchant, stretch);
    for (let left = links.length * (1 + roll(3)); left > 0; left -= 1) {
      await comeByLink(tx, merchant, facts, { ...stretch, link: pick(roll, links) });
    }
    for (let left = roll(12); left > 0; left -= 1) await sendEvent(tx, merchant, facts, stretch);
    if (roll(2) === 0) await signIn(tx, merchant, facts, stretch);
  });
  for (let left = roll(4); left > 0; left -= 1) await buy(merchant, facts, stretch);
}

function pick<T>(roll: Roll, list: readonly T[]): T {
  const one = list[roll(list.length)];
  if (one === undefined) throw new Error("nothing to pick from");
  return one;
}

function momentOf({ n, roll }: Stretch): Date {
  return new Date(stretch(n).from.getTime() + roll(12 * 3_600) * 1_000);
}

async function addLinks(
  tx: MerchantTx,
  { merchantId, customerId: friend, level1, level2, productIds }: TestMerchant,
  { n, roll }: Stretch,
): Promise<Link[]> {
  const links = [level1.customerId, level2.customerId, friend].map((sharer) => {
    const product = roll(2) === 0 ? pick(roll, productIds) : null;
    return { id: v4(), sharer, product };
  });
  await tx.shareLink.createMany({
    data: links.map(({ id, sharer, product }) => ({
      merchantId,
      id,
      code: id,
      sharerCustomerId: sharer,
      targetKind: product ? ("product" as const) : ("category" as const),
      targetId: product ?? v4(),
      // One per sharer, target and channel: what is there already stays.
      channel: pick(roll, ["card", "qr", "poster", "offline"] as const),
      createdAt: stretch(n).from,
    })),
    skipDuplicates: true,
  });
  const there = await tx.shareLink.findMany({
    where: { merchantId, id: { in: links.map(({ id }) => id) } },
  });
  return links.filter(({ id }) => there.some((one) => one.id === id));
}

async function comeByLink(
  tx: MerchantTx,
  { merchantId }: TestMerchant,
  facts: Facts,
  one: Stretch & { link: Link },
) {
  const { roll, visitors, link } = one;
  const at = momentOf(one);
  const isKnown = visitors.length > 0 && roll(2) === 0;
  const who = isKnown ? pick(roll, visitors) : v4();
  if (!isKnown) {
    visitors.push(who);
    await tx.visitor.create({ data: { merchantId, id: who, firstSeenAt: at } });
    facts.acts.push({ who, at, acts: ACTS.visited, product: null, orderId: null });
  }
  await tx.shareClick.create({
    data: { merchantId, id: v4(), linkId: link.id, visitorId: who, clickedAt: at },
  });
  const saw = link.product ? ACTS.sawProduct : 0;
  const told = { at, product: link.product, orderId: null };
  const came = ACTS.visited | ACTS.active | saw;
  facts.acts.push({ ...told, who, acts: came, of: link });
}

/** Up to 72 hours late, and half of them twice. */
async function sendEvent(
  tx: MerchantTx,
  { merchantId, productIds }: TestMerchant,
  facts: Facts,
  one: Stretch,
) {
  const { roll, visitors } = one;
  if (visitors.length === 0) return;
  const receivedAt = momentOf(one);
  const at = new Date(receivedAt.getTime() - pick(roll, [0, 0, 1, 20, 48, 71]) * hourMs);
  const [visitorId, kind] = [pick(roll, visitors), pick(roll, eventKinds)];
  const product = roll(3) > 0 ? pick(roll, productIds) : null;
  const productId = product ?? "00000000-0000-0000-0000-000000000000";
  const data = { merchantId, at, id: v4(), kind, visitorId, receivedAt, productId };
  for (let times = 1 + roll(2); times > 0; times -= 1) {
    await tx.event.createMany({ data, skipDuplicates: true });
  }
  const saw = product && kind === "view" ? ACTS.sawProduct : 0;
  facts.acts.push({ who: visitorId, at, acts: actsOfKind[kind] | saw, product, orderId: null });
}

async function signIn(
  tx: MerchantTx,
  { merchantId, buyer, level1, level2 }: TestMerchant,
  facts: Facts,
  one: Stretch,
) {
  const { roll, visitors } = one;
  if (visitors.length === 0) return;
  const who = pick(roll, visitors);
  if (facts.joins.has(who)) return;
  const { customerId } = pick(roll, [buyer, level1, level2]);
  const joinedAt = momentOf(one);
  await tx.visitor.updateMany({ where: { merchantId, id: who }, data: { customerId, joinedAt } });
  facts.joins.set(who, customerId);
}

/** Facts come in no order, but nobody orders before they clicked what the order is decided on. */
function notBeforeClicks({ acts, joins }: Facts, customerId: string, at: Date): Date {
  const clicks = acts.filter(({ of, who }) => of && joins.get(who) === customerId);
  return new Date(Math.max(at.getTime(), ...clicks.map((click) => click.at.getTime())));
}

async function buy(merchant: TestMerchant, facts: Facts, one: Stretch) {
  const { roll, buyers } = one;
  const [buyer, which] = [pick(roll, buyers), roll(2)];
  const at = notBeforeClicks(facts, buyer.customerId, momentOf(one));
  const [skuId, product] = [merchant.skuIds[which], merchant.productIds[which]];
  if (!skuId || !product) throw new Error("no such product");
  const order = await placeTestOrder(merchant, buyer, [{ skuId, quantity: 1 + roll(2) }], at);
  await payTestOrder(merchant, order, at);
  facts.acts.push({ who: buyer.customerId, at, acts: bought, product, orderId: order.orderId });
  facts.sales.push({ at, product, fen: order.payableFen });
  if (roll(3) > 0) return;
  const backAt = new Date(stretch(one.n).to.getTime() - 1);
  const amountFen = BigInt(1 + roll(Number(order.payableFen)));
  await refundTestOrder(merchant, order, { lines: [{ lineNo: 1, amountFen }] }, backAt);
  facts.backs.push({ at: backAt, product, fen: amountFen });
}
