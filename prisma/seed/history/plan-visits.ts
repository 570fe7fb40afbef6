import type { Plan } from "@/prisma/seed/history/deed";
import type { LinkBook } from "@/prisma/seed/history/link-book";
import { chanceOf, type Outline } from "@/prisma/seed/history/outline";
import { drawMoments } from "@/prisma/seed/history/plan-orders";
import { lookAround } from "@/prisma/seed/history/visit-deeds";

/** One statement writes this many openings, as the landing does. */
const batch = 40;

/** Those who open a link, look and leave; every fourth comes back another time. */
export function planVisits(outline: Outline, book: LinkBook): Plan {
  const chance = chanceOf(outline, "visits");
  const { days, scale, slug } = outline;
  const traffic = days.reduce((sum, day) => sum + day.traffic, 0);
  const plan: Plan = [];
  let browsers = 0;
  for (const day of days) {
    const moments = drawMoments(day, (scale.clicks * day.traffic) / traffic, chance);
    const visits = moments.flatMap((atMs) => {
      const link = book.draw(atMs, chance, "");
      if (!link) return [];
      const isBack = browsers > 10 && chance.is(0.25);
      if (!isBack) browsers += 1;
      const number = isBack ? chance.int(1, browsers) : browsers;
      return [{ browser: `${slug}-browser-${number}`, link: link.name, atMs }];
    });
    for (let from = 0; from < visits.length; from += batch) {
      plan.push(lookAround(visits.slice(from, from + batch)));
    }
  }
  return plan;
}
