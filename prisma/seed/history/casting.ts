import { dayMs, minuteMs } from "@/prisma/seed/history/calendar";
import { drawBasket } from "@/prisma/seed/history/draw-basket";
import { momentAt, type Outline } from "@/prisma/seed/history/outline";
import type { Seller } from "@/prisma/seed/history/plan-distributors";
import type { OrderFate } from "@/prisma/seed/history/plan-order-life";
import {
  drawShopper,
  type Market,
  newShopper,
  planPassingOn,
  planPurchase,
  type Shopper,
} from "@/prisma/seed/history/plan-shopping";
import type { ScarceSkus } from "@/prisma/seed/history/plan-stock";
import { fillCart } from "@/prisma/seed/history/shopping-deeds";
import {
  AHE,
  AZHEN,
  CHAYOU,
  CHENJIE,
  DASHAN,
  type DemoPerson,
  LAOZHOU,
  XIAOLIN,
} from "@/prisma/seed/shops/demo-people";

/** What the people whom one can be on the phone do in a shop. */
export type Casting = {
  sellers: (outline: Outline) => Seller[];
  refused: readonly DemoPerson[];
  waiting: readonly DemoPerson[];
  scarce: ScarceSkus;
  /** Whether somebody is there of whom the board of anomalies should speak. */
  hasOddSellers: boolean;
  planScenes: (market: Market, shoppers: Shopper[]) => void;
};

export const DUMPLING_CASTING: Casting = {
  sellers: (outline) => [
    {
      ...LAOZHOU,
      atMs: momentAt(outline, 0.01),
      invitedBy: null,
      reach: 0.6,
      gradeName: "金牌合伙人",
    },
    {
      ...AZHEN,
      atMs: momentAt(outline, 0.1),
      invitedBy: LAOZHOU.id,
      reach: 0.9,
      gradeName: "合伙人",
    },
  ],
  refused: [DASHAN],
  waiting: [AHE],
  scarce: { low: "ZL-2", gone: "DY-4" },
  hasOddSellers: true,
  planScenes: (market, shoppers) => {
    planXiaolin(market, shoppers);
    planChenjie(market, shoppers);
    planLastHours(market, shoppers);
  },
};

export const TEA_CASTING: Casting = {
  sellers: (outline) => [
    { ...CHAYOU, atMs: momentAt(outline, 0.02), invitedBy: null, reach: 1, gradeName: "茶友" },
  ],
  refused: [],
  waiting: [],
  scarce: { low: null, gone: null },
  hasOddSellers: false,
  planScenes: (market, shoppers) => {
    const { outline } = market;
    const friend = newShopper(XIAOLIN.id, XIAOLIN.nickname, 1);
    shoppers.push(friend);
    buyThrough(market, friend, CHAYOU.id, momentAt(outline, 0.7));
    const neighbour = newShopper(AZHEN.id, AZHEN.nickname, 1);
    shoppers.push(neighbour);
    buyThrough(market, neighbour, CHAYOU.id, momentAt(outline, 0.8));
    planLastHours(market, shoppers);
  },
};

/** A friend of 阿珍's: an order in every state, and something in the cart. */
function planXiaolin(market: Market, shoppers: Shopper[]): void {
  const { outline } = market;
  const nowMs = outline.now.getTime();
  const friend = newShopper(XIAOLIN.id, XIAOLIN.nickname, 0);
  shoppers.push(friend);
  for (const share of [0.2, 0.45, 0.66]) {
    buyThrough(market, friend, AZHEN.id, momentAt(outline, share));
  }
  buyThrough(market, friend, AZHEN.id, momentAt(outline, 0.8), "cancelled");
  for (const [agoMs, fate] of [
    [2 * dayMs, "paid"],
    [70 * minuteMs, "paid"],
    [6 * minuteMs, "forgotten"],
  ] as const) {
    buyThrough(market, friend, AZHEN.id, nowMs - agoMs, fate);
  }
  const lines = drawBasket(market.offers, null, market.chance);
  market.plan.push(fillCart(nowMs - 3 * minuteMs, XIAOLIN.id, lines));
}

/** A customer who passes the link on: her friends' orders are 阿珍's, one hop away. */
function planChenjie(market: Market, shoppers: Shopper[]): void {
  const { outline, chance } = market;
  const sharer = newShopper(CHENJIE.id, CHENJIE.nickname, 0.5);
  shoppers.push(sharer);
  buyThrough(market, sharer, AZHEN.id, momentAt(outline, 0.3));
  planPassingOn(market, sharer, "xianrou-zong");
  for (const [index, share] of [0.5, 0.6, 0.75].entries()) {
    const friend = drawShopper(`${outline.slug}-friend-${index}`, chance);
    shoppers.push(friend);
    buyThrough(market, friend, CHENJIE.id, momentAt(outline, share));
  }
}

/** Whatever the time of day: some who are about to pay, some who have just paid. */
function planLastHours(market: Market, shoppers: Shopper[]): void {
  const { outline, chance } = market;
  const small = outline.scale.orders < 200;
  const moments: (readonly [minutes: number, fate: OrderFate])[] = [
    [4, "forgotten"],
    [31, "forgotten"],
    [12, "paid"],
    [47, "paid"],
    [88, "paid"],
    [140, "paid"],
  ];
  for (const [minutes, fate] of small ? moments.slice(1, 4) : moments) {
    const guest = drawShopper(`${outline.slug}-today-${minutes}`, chance);
    shoppers.push(guest);
    const atMs = outline.now.getTime() - minutes * minuteMs;
    const viaLink = chance.is(0.7) ? market.book.draw(atMs - dayMs, chance, guest.id) : null;
    planPurchase(market, guest, { atMs, viaLink, fate });
  }
}

function buyThrough(
  market: Market,
  shopper: Shopper,
  sharer: string,
  atMs: number,
  fate: OrderFate = "paid",
): void {
  const viaLink = market.book.firstOf(sharer, atMs - dayMs);
  planPurchase(market, shopper, { atMs, viaLink, fate });
}
