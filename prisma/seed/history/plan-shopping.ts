import { dayMs, hourMs, minuteMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { Plan } from "@/prisma/seed/history/deed";
import { drawBasket, type WeighedOffer } from "@/prisma/seed/history/draw-basket";
import type { LinkBook, PlannedLink } from "@/prisma/seed/history/link-book";
import type { Outline } from "@/prisma/seed/history/outline";
import { drawNickname, drawPhone, drawReceiverName } from "@/prisma/seed/history/people";
import { drawPlace } from "@/prisma/seed/history/places";
import { type OrderFate, planOrderLife } from "@/prisma/seed/history/plan-order-life";
import { addAddress, buy, fillCart, type WantedLine } from "@/prisma/seed/history/shopping-deeds";
import { openLink, signIn, takeLink } from "@/prisma/seed/history/visit-deeds";

/** Somebody who has bought or is about to. */
export type Shopper = {
  id: string;
  /** Null for those who kept their name to themselves. */
  nickname: string | null;
  signedInMs: number | null;
  hasAddress: boolean;
  orders: number;
  lastOrderMs: number;
  /** How gladly they come back. */
  loyalty: number;
};

export type PlannedOrder = {
  name: string;
  person: string;
  atMs: number;
  lines: readonly WantedLine[];
  fromCart: boolean;
  /** The link that the buyer opened before, and when; null for who came by themselves. */
  cameBy: { link: PlannedLink; atMs: number } | null;
  /** When its goods count as received; null for what is never paid. */
  receivedMs: number | null;
};

/** What the planning of orders draws from and adds to. */
export type Market = {
  outline: Outline;
  offers: readonly WeighedOffer[];
  book: LinkBook;
  chance: Chance;
  paymentMinutes: number;
  plan: Plan;
  orders: PlannedOrder[];
};

const notes = [
  "",
  "",
  "",
  "",
  "",
  "",
  "放门卫就好",
  "周末再送",
  "请附一张空白卡片",
  "工作日送公司前台",
];

export function newShopper(id: string, nickname: string | null, loyalty: number): Shopper {
  return {
    id,
    nickname,
    signedInMs: null,
    hasAddress: false,
    orders: 0,
    lastOrderMs: 0,
    loyalty,
  };
}

/** A stranger: two of three let the shop know their name. */
export function drawShopper(id: string, chance: Chance): Shopper {
  const nickname = chance.is(0.65) ? drawNickname(chance) : null;
  return newShopper(id, nickname, chance.is(0.3) ? 1 + chance.next() * 4 : chance.next() * 0.6);
}

/** One order of a shopper with everything around it: the way in, the basket, what follows. */
export function planPurchase(
  market: Market,
  shopper: Shopper,
  order: { atMs: number; viaLink: PlannedLink | null; fate: OrderFate },
): void {
  const { chance, plan, orders, paymentMinutes } = market;
  const { id } = shopper;
  const { atMs, viaLink, fate } = order;
  const cameBy = viaLink && planOpening(market, shopper, { atMs, link: viaLink });
  if (shopper.signedInMs === null) {
    shopper.signedInMs = atMs - 2 * minuteMs;
    plan.push(signIn(shopper.signedInMs, id, shopper.nickname));
  }
  if (!shopper.hasAddress) {
    shopper.hasAddress = true;
    const person = { receiverName: drawReceiverName(chance), phone: drawPhone(chance) };
    plan.push(addAddress(atMs - minuteMs, id, { ...person, ...drawPlace(chance) }));
  }
  const lines = drawBasket(market.offers, viaLink, chance);
  const fromCart = lines.length > 1 || chance.is(0.4);
  if (fromCart) plan.push(fillCart(atMs - 40_000, id, lines));
  shopper.orders += 1;
  const name = `${id}-${shopper.orders}`;
  plan.push(buy(atMs, id, { name, lines, note: chance.pick(notes), fromCart }));
  const life = planOrderLife({ name, person: id, atMs, paymentMinutes, fate }, chance);
  plan.push(...life.plan);
  orders.push({ name, person: id, atMs, lines, fromCart, cameBy, receivedMs: life.receivedMs });
  shopper.lastOrderMs = atMs;
}

/** Some think about it for days; the link still counts. Null where there is no time left to open it. */
function planOpening(
  { chance, plan }: Market,
  shopper: Shopper,
  order: { atMs: number; link: PlannedLink },
): PlannedOrder["cameBy"] {
  const { link } = order;
  const agoMs = chance.is(0.8) ? chance.int(4, 40) * minuteMs : chance.int(5, 60) * hourMs;
  const possibleMs = Math.max(link.atMs, shopper.lastOrderMs) + 20 * minuteMs;
  const atMs = Math.max(order.atMs - agoMs, possibleMs);
  if (atMs >= order.atMs - 3 * minuteMs) return null;
  plan.push(openLink(atMs, shopper.id, link.name));
  return { link, atMs };
}

/** Some pass on what they bought, a while after: a hop of the chain. */
export function planPassingOn(market: Market, shopper: Shopper, slug: string): void {
  const { outline, chance, book, plan } = market;
  const atMs = shopper.lastOrderMs + chance.int(1, 6) * dayMs + chance.int(0, 300) * minuteMs;
  if (atMs > outline.now.getTime()) return;
  const target = { kind: "product" as const, slug };
  const name = `link:${shopper.id}:product:${slug}:card`;
  if (book.has(name)) return;
  book.add({ name, sharer: shopper.id, target, channel: "card", atMs, reach: 0.03 });
  plan.push(takeLink(atMs, shopper.id, { name, target, channel: "card" }));
}
