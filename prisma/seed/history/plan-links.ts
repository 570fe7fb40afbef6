import type { ShareChannel, ShareTarget } from "@/features/sharing/schema";
import { dayMs, minuteMs } from "@/prisma/seed/history/calendar";
import type { Plan } from "@/prisma/seed/history/deed";
import type { LinkBook } from "@/prisma/seed/history/link-book";
import { chanceOf, type Outline } from "@/prisma/seed/history/outline";
import { takeLink } from "@/prisma/seed/history/visit-deeds";

const channels: readonly (readonly [channel: ShareChannel, weight: number])[] = [
  ["card", 8],
  ["poster", 3],
  ["qr", 2],
  ["offline", 1],
];

/** A distributor's links: the shop at once, products and occasions over the next days. */
export function planLinks(
  outline: Outline,
  seller: { id: string; fromMs: number; reach: number },
  book: LinkBook,
): Plan {
  const { id, fromMs, reach } = seller;
  const chance = chanceOf(outline, `links:${id}`);
  const nowMs = outline.now.getTime();
  const plan: Plan = [];
  const seen = new Set<string>();
  const share = (atMs: number, target: ShareTarget, channel: ShareChannel): void => {
    const name = `link:${id}:${target.kind}:${target.slug}:${channel}`;
    if (seen.has(name) || atMs > nowMs) return;
    seen.add(name);
    book.add({ name, sharer: id, target, channel, atMs, reach: reach * (0.3 + chance.next()) });
    plan.push(takeLink(atMs, id, { name, target, channel }));
  };
  share(fromMs, { kind: "shop", slug: "" }, "card");
  const others = 2 + Math.floor(5 * Math.sqrt(reach));
  for (let index = 0; index < others; index += 1) {
    const [channel] = chance.weighed(channels, ([, weight]) => weight);
    const { product } = chance.pick(outline.offers);
    const scene = chance.pick(product.scenes);
    const target: ShareTarget = chance.is(0.8)
      ? { kind: "product", slug: product.slug }
      : { kind: "scene", slug: scene };
    const laterMs =
      index === 0 ? minuteMs : chance.int(0, 20) * dayMs + chance.int(0, 600) * minuteMs;
    share(fromMs + laterMs, target, channel);
  }
  return plan;
}
