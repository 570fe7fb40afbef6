import { type HistoryDay, hourMs, momentOf } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { OrderFate } from "@/prisma/seed/history/plan-order-life";
import {
  drawShopper,
  type Market,
  planPassingOn,
  planPurchase,
  type Shopper,
} from "@/prisma/seed/history/plan-shopping";

/** Some people order twice a day, but not twice an hour. */
const pauseMs = 6 * hourMs;

/** The orders of all days: strangers at first, more and more of those who know the shop. */
export function planOrders(market: Market, shoppers: Shopper[]): void {
  const { outline, chance } = market;
  const { days, scale, slug } = outline;
  const traffic = days.reduce((sum, day) => sum + day.traffic, 0);
  for (const [index, day] of days.entries()) {
    const expected = (scale.orders * day.traffic) / traffic;
    for (const atMs of drawMoments(day, expected, chance)) {
      const stranger = 0.85 - 0.5 * Math.min(1, index / (days.length * 0.6));
      const known = chance.is(stranger) ? null : drawKnown(shoppers, atMs, chance);
      const shopper = known ?? drawShopper(`${slug}-guest-${shoppers.length}`, chance);
      if (!known) shoppers.push(shopper);
      planVisit(market, shopper, atMs);
    }
  }
}

function planVisit(market: Market, shopper: Shopper, atMs: number): void {
  const { chance, book } = market;
  const isNew = shopper.orders === 0;
  const isLed = chance.is(isNew ? 0.68 : 0.4);
  const viaLink = isLed ? book.draw(atMs - hourMs, chance, shopper.id) : null;
  const fate = drawFate(chance);
  planPurchase(market, shopper, { atMs, viaLink, fate });
  if (fate !== "paid" || !chance.is(0.14)) return;
  planPassingOn(market, shopper, chance.pick(market.offers).offer.product.slug);
}

function drawFate(chance: Chance): OrderFate {
  const fates = ["paid", "forgotten", "cancelled"] as const;
  return chance.weighed(fates, (fate) => ({ paid: 92, forgotten: 5, cancelled: 3 })[fate]);
}

function drawKnown(shoppers: readonly Shopper[], atMs: number, chance: Chance): Shopper | null {
  const ready = shoppers.filter(
    ({ lastOrderMs, signedInMs, loyalty }) =>
      loyalty > 0 && lastOrderMs + pauseMs < atMs && (signedInMs === null || signedInMs < atMs),
  );
  return ready.length === 0 ? null : chance.weighed(ready, ({ loyalty }) => loyalty);
}

/** Moments of one day up to now, in order; on average as many as expected of a whole day. */
export function drawMoments(day: HistoryDay, expected: number, chance: Chance): number[] {
  const spread = expected * (0.8 + 0.4 * chance.next());
  const count = Math.floor(spread) + (chance.is(spread % 1) ? 1 : 0);
  return Array.from({ length: count }, () => momentOf(day, chance))
    .filter((atMs) => atMs < day.upToMs)
    .sort((one, other) => one - other);
}
