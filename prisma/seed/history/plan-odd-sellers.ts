import { applicationTexts } from "@/prisma/seed/history/application-texts";
import { dayMs, hourMs, minuteMs } from "@/prisma/seed/history/calendar";
import { apply, approve } from "@/prisma/seed/history/distributor-deeds";
import type { PlannedLink } from "@/prisma/seed/history/link-book";
import { chanceOf, momentAt } from "@/prisma/seed/history/outline";
import { drawPhone, drawReceiverName } from "@/prisma/seed/history/people";
import { drawPlace } from "@/prisma/seed/history/places";
import { type Market, newShopper, planPurchase } from "@/prisma/seed/history/plan-shopping";
import { addAddress } from "@/prisma/seed/history/shopping-deeds";
import { lookAround, signIn, takeLink } from "@/prisma/seed/history/visit-deeds";
import { type PageVisit, walkPages } from "@/prisma/seed/history/walk-pages";
import type { DemoPerson } from "@/prisma/seed/shops/demo-people";

/** More openings than the board of anomalies passes over (domain/metrics/anomalies.ts). */
const boughtOpenings = 560;
const openingsAtOnce = 40;
const mirrorOrders = 3;

/** Two sellers of whom the board of anomalies should speak. Their links are drawn by nobody else. */
export function planOddSellers(market: Market): PageVisit[] {
  planOwnCustomer({ ...market, chance: chanceOf(market.outline, "own customer") });
  return planBoughtOpenings({ ...market, chance: chanceOf(market.outline, "bought openings") });
}

/** Somebody buys openings: hundreds within two days, hardly one reads the page, and nobody orders. */
function planBoughtOpenings(market: Market): PageVisit[] {
  const { outline, chance, plan } = market;
  const seller = { id: `${outline.slug}-odd-openings`, nickname: "推广小能手" };
  const link = planSeller(market, seller, momentAt(outline, 0.6));
  const fromMs = momentAt(outline, 0.84);
  const openings = Array.from({ length: boughtOpenings }, () => ({
    browser: `${outline.slug}-crowd-${chance.int(1, 400)}`,
    link: link.name,
    atMs: fromMs + chance.int(0, 36 * 60) * minuteMs,
  })).sort((one, other) => one.atMs - other.atMs);
  for (let from = 0; from < openings.length; from += openingsAtOnce) {
    plan.push(lookAround(openings.slice(from, from + openingsAtOnce)));
  }
  return openings
    .filter(() => chance.is(0.2))
    .map(({ browser, atMs }) => walkPages(browser, atMs, [{ productId: null }], chance));
}

/** A second account of a seller orders by the seller's link, to the seller's own address. */
function planOwnCustomer(market: Market): void {
  const { outline, chance, plan } = market;
  const seller = { id: `${outline.slug}-odd-mirror`, nickname: "阿满优选" };
  const soldFromMs = momentAt(outline, 0.45);
  const link = planSeller(market, seller, soldFromMs);
  const address = {
    receiverName: drawReceiverName(chance),
    phone: drawPhone(chance),
    ...drawPlace(chance),
  };
  plan.push(addAddress(soldFromMs + hourMs, seller.id, address));
  const mirror = newShopper(`${seller.id}-2`, "满满", 0);
  for (let order = 0; order < mirrorOrders; order += 1) {
    const atMs = momentAt(outline, 0.72 + 0.09 * order);
    if (order === 0) {
      mirror.signedInMs = atMs - 3 * dayMs;
      mirror.hasAddress = true;
      plan.push(signIn(mirror.signedInMs, mirror.id, mirror.nickname));
      plan.push(addAddress(mirror.signedInMs + minuteMs, mirror.id, address));
    }
    planPurchase(market, mirror, { atMs, viaLink: link, fate: "paid" });
  }
}

/** Applies, is approved the same day and shares the shop. */
function planSeller(market: Market, seller: DemoPerson, atMs: number): PlannedLink {
  const { chance, plan } = market;
  const { id: sharer, nickname: displayName } = seller;
  const target = { kind: "shop" as const, slug: "" };
  const name = `link:${sharer}:shop::card`;
  const link = { name, sharer, target, channel: "card" as const, atMs: atMs + hourMs, reach: 0 };
  const applicationText = chance.pick(applicationTexts);
  plan.push(
    signIn(atMs - 4 * minuteMs, sharer, displayName),
    apply(atMs, sharer, { displayName, applicationText }),
    approve(atMs + 40 * minuteMs, sharer, null),
    takeLink(link.atMs, sharer, { name, target, channel: "card" }),
  );
  return link;
}
