import { dayMs } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import type { Plan } from "@/prisma/seed/history/deed";
import type { PlannedLink } from "@/prisma/seed/history/link-book";
import { chanceOf } from "@/prisma/seed/history/outline";
import { drawMoments } from "@/prisma/seed/history/plan-orders";
import type { Market, PlannedOrder, Shopper } from "@/prisma/seed/history/plan-shopping";
import type { LinkVisit } from "@/prisma/seed/history/plan-visits";
import { prepareMonths, tellPages, toldAt } from "@/prisma/seed/history/telling-deeds";
import { endAt, type PageVisit, type Stop, walkPages } from "@/prisma/seed/history/walk-pages";

/** One statement writes the events of this many visits. */
const batch = 60;
/** How often somebody comes by themselves, for each opening of a link. */
const ownWay = 0.7;
/** The checkout is read for a while before the order is placed. */
const placedAfterMs = 2_000;

type Shelf = {
  products: readonly { productId: string; weight: number }[];
  bySlug: ReadonlyMap<string, string>;
  bySku: ReadonlyMap<string, string>;
};

/**
 * What the mall's pages tell of everybody who comes: those who buy, those who open a link, and those who
 * come by themselves, look, put something into the cart and leave. Few products lead, as in the orders.
 * @param odd visits of scenes that are planned elsewhere
 */
export function planPages(
  market: Market,
  visits: { byLink: readonly LinkVisit[]; odd: readonly PageVisit[] },
  shoppers: readonly Shopper[],
): Plan {
  const { outline, orders, book } = market;
  const chance = chanceOf(outline, "pages");
  const shelf = shelfOf(market);
  const told = [
    ...orders.flatMap((order) => visitsOfOrder(order, shelf, chance)),
    ...visits.byLink.map(({ browser, link, atMs }) =>
      walkPages(
        browser,
        atMs,
        [...entranceOf(link, shelf), ...browse(shelf, 0.35, chance)],
        chance,
      ),
    ),
    ...book.links.map(({ sharer, target, atMs }) => {
      const productId = shelf.bySlug.get(target.slug) ?? null;
      return walkPages(sharer, atMs, [{ kind: "share_set", productId }], chance);
    }),
    ...drawOwnWays(market, shelf, shoppers, chance),
    ...visits.odd,
  ].filter((visit) => toldAt(visit) <= outline.now.getTime());
  told.sort((one, other) => one.endMs - other.endMs);
  const plan: Plan = [];
  for (let atMs = outline.fromMs; atMs < outline.now.getTime(); atMs += 30 * dayMs) {
    plan.push(prepareMonths(atMs));
  }
  for (let from = 0; from < told.length; from += batch) {
    plan.push(tellPages(told.slice(from, from + batch)));
  }
  return plan;
}

function shelfOf({ outline, offers }: Market): Shelf {
  const weights = new Map<string, number>();
  for (const { offer, weight } of offers) {
    weights.set(offer.productId, (weights.get(offer.productId) ?? 0) + weight);
  }
  return {
    products: [...weights].map(([productId, weight]) => ({ productId, weight })),
    bySlug: new Map(outline.offers.map(({ product, productId }) => [product.slug, productId])),
    bySku: new Map(outline.offers.map(({ skuId, productId }) => [skuId, productId])),
  };
}

/** The page behind a link: a product's, or one that is about none. */
function entranceOf(link: PlannedLink, { bySlug }: Shelf): Stop[] {
  const { kind, slug } = link.target;
  return [{ productId: kind === "product" ? (bySlug.get(slug) ?? null) : null }];
}

/** The way to an order: what is bought is looked at, mostly with something else, and paid at the end. */
function visitsOfOrder(order: PlannedOrder, shelf: Shelf, chance: Chance): PageVisit[] {
  const { person, atMs, lines, fromCart, cameBy } = order;
  const bought = lines.map(({ skuId, quantity }): Stop => {
    const acts = fromCart ? [{ kind: "cart" as const, amount: quantity }] : [];
    return { productId: shelf.bySku.get(skuId) ?? null, acts };
  });
  const stops: Stop[] = [
    ...(cameBy ? [] : [{ productId: null }]),
    ...browse(shelf, 0.3, chance),
    ...bought,
    ...(fromCart ? [{ productId: null }] : []),
    { kind: "checkout", productId: null },
  ];
  const way = endAt(walkPages(person, 0, stops, chance), atMs + placedAfterMs);
  if (!cameBy) return [way];
  return [walkPages(person, cameBy.atMs, entranceOf(cameBy.link, shelf), chance), way];
}

/** Other products, until the interest is gone; some end in the cart, and few of those at the checkout. */
function browse({ products }: Shelf, interest: number, chance: Chance): Stop[] {
  const stops: Stop[] = [];
  let hasCarted = false;
  while (stops.length < 6 && chance.is(interest)) {
    const { productId } = chance.weighed(products, ({ weight }) => weight);
    const carts = chance.is(0.1);
    hasCarted ||= carts;
    const acts = [
      ...(chance.is(0.05) ? [{ kind: "favourite" as const }] : []),
      ...(carts ? [{ kind: "cart" as const, amount: chance.int(1, 3) }] : []),
    ];
    stops.push({ productId, acts });
  }
  if (hasCarted && chance.is(0.6)) stops.push({ productId: null });
  return stops;
}

/** Those who come without a link: half of them are customers already, and some of these give up at the checkout. */
function drawOwnWays(
  { outline }: Market,
  shelf: Shelf,
  shoppers: readonly Shopper[],
  chance: Chance,
): PageVisit[] {
  const { days, scale, slug } = outline;
  const traffic = days.reduce((sum, day) => sum + day.traffic, 0);
  let strangers = 0;
  return days.flatMap((day) => {
    const expected = (scale.clicks * ownWay * day.traffic) / traffic;
    return drawMoments(day, expected, chance).map((atMs) => {
      const known = shoppers.filter(({ signedInMs }) => signedInMs !== null && signedInMs < atMs);
      const customer = known.length > 0 && chance.is(0.5) ? chance.pick(known) : null;
      if (!customer && (strangers === 0 || chance.is(0.7))) strangers += 1;
      const browser =
        customer?.id ?? `${slug}-passer-${chance.int(Math.max(1, strangers - 40), strangers)}`;
      const stops = [{ productId: null }, ...browse(shelf, 0.6, chance)];
      const isAtCart = stops.at(-1)?.productId === null && stops.length > 1;
      const givesUp = customer && isAtCart && chance.is(0.4);
      if (givesUp) stops.push({ kind: "checkout", productId: null });
      return walkPages(browser, atMs, stops, chance);
    });
  });
}
