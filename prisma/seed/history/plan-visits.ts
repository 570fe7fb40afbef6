import type { Plan } from "@/prisma/seed/history/deed";
import type { LinkBook, PlannedLink } from "@/prisma/seed/history/link-book";
import { chanceOf, type Outline } from "@/prisma/seed/history/outline";
import { drawMoments } from "@/prisma/seed/history/plan-orders";
import { lookAround } from "@/prisma/seed/history/visit-deeds";

/** One statement writes this many openings, as the landing does. */
const batch = 40;

/** Somebody opens a link, looks and leaves. */
export type LinkVisit = { browser: string; link: PlannedLink; atMs: number };

/** Those who open a link, look and leave, day by day; every fourth comes back another time. */
export function drawLinkVisits(outline: Outline, book: LinkBook): LinkVisit[][] {
  const chance = chanceOf(outline, "visits");
  const { days, scale, slug } = outline;
  const traffic = days.reduce((sum, day) => sum + day.traffic, 0);
  let browsers = 0;
  return days.map((day) => {
    const moments = drawMoments(day, (scale.clicks * day.traffic) / traffic, chance);
    return moments.flatMap((atMs) => {
      const link = book.draw(atMs, chance, "");
      if (!link) return [];
      const isBack = browsers > 10 && chance.is(0.25);
      if (!isBack) browsers += 1;
      const number = isBack ? chance.int(1, browsers) : browsers;
      return [{ browser: `${slug}-browser-${number}`, link, atMs }];
    });
  });
}

/** The openings themselves. */
export function planVisits(visitsByDay: readonly (readonly LinkVisit[])[]): Plan {
  const plan: Plan = [];
  for (const visits of visitsByDay) {
    const openings = visits.map(({ browser, link, atMs }) => ({ browser, link: link.name, atMs }));
    for (let from = 0; from < openings.length; from += batch) {
      plan.push(lookAround(openings.slice(from, from + batch)));
    }
  }
  return plan;
}
