import type { Casting } from "@/prisma/seed/history/casting";
import type { Deed, Plan } from "@/prisma/seed/history/deed";
import { weighOffers } from "@/prisma/seed/history/draw-basket";
import { LinkBook } from "@/prisma/seed/history/link-book";
import { chanceOf, momentAt, type Outline } from "@/prisma/seed/history/outline";
import {
  drawSellers,
  planOtherApplicants,
  planSellers,
} from "@/prisma/seed/history/plan-distributors";
import { planForecasts } from "@/prisma/seed/history/plan-forecasts";
import { planOddSellers } from "@/prisma/seed/history/plan-odd-sellers";
import { planOrders } from "@/prisma/seed/history/plan-orders";
import { planPages } from "@/prisma/seed/history/plan-pages";
import { planPayouts } from "@/prisma/seed/history/plan-payouts";
import { planReviews } from "@/prisma/seed/history/plan-reviews";
import { type Market, newShopper } from "@/prisma/seed/history/plan-shopping";
import { isScarce, planStock } from "@/prisma/seed/history/plan-stock";
import { drawLinkVisits, planVisits } from "@/prisma/seed/history/plan-visits";
import { changeRules } from "@/prisma/seed/history/staff-deeds";
import { closeOrders, receiveOverdue, settle } from "@/prisma/seed/history/system-deeds";
import type { DemoShop } from "@/prisma/seed/shops/demo-shop";

/** Everything that happens in a shop from its opening until now. */
export function planHistory(outline: Outline, demo: DemoShop, casting: Casting): Plan {
  const nowMs = outline.now.getTime();
  const book = new LinkBook();
  const sellers = drawSellers(outline, casting.sellers(outline));
  const plan: Plan = [
    ...planSellers(outline, sellers, book),
    ...planOtherApplicants(outline, casting, book),
  ];
  const sold = outline.offers.filter(({ sku }) => !isScarce(casting.scarce, sku.code));
  const market: Market = {
    outline,
    offers: weighOffers(sold, chanceOf(outline, "shelf")),
    book,
    chance: chanceOf(outline, "orders"),
    paymentMinutes: demo.paymentMinutes,
    plan,
    orders: [],
  };
  const shoppers = sellers.map(({ id, nickname, atMs }) => ({
    ...newShopper(id, nickname, 0.8),
    signedInMs: atMs,
  }));
  casting.planScenes(market, shoppers);
  planOrders(market, shoppers);
  const odd = casting.hasOddSellers ? planOddSellers(market) : [];
  const byLink = drawLinkVisits(outline, book);
  plan.push(...planVisits(byLink));
  plan.push(...planPages(market, { byLink: byLink.flat(), odd }, shoppers));
  plan.push(...planReviews(outline, market.orders));
  plan.push(...planStock(outline, market.orders, casting.scarce));
  plan.push(...planForecasts(outline));
  if (demo.laterRules.length > 0) {
    plan.push(changeRules(momentAt(outline, 0.5), demo.laterRules));
  }
  plan.push(...planPayouts(outline, sellers));
  plan.push(closeOrders(nowMs), receiveOverdue(nowMs), settle(nowMs));
  return plan.filter((deed) => isOver(deed, nowMs));
}

function isOver({ atMs }: Deed, nowMs: number): boolean {
  return atMs <= nowMs;
}
