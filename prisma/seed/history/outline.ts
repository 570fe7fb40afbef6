import { awake, type HistoryDay, listDays } from "@/prisma/seed/history/calendar";
import type { Chance } from "@/prisma/seed/history/chance";
import { chanceFor } from "@/prisma/seed/history/chance";
import type { ShelfOffer } from "@/prisma/seed/shops/fill-catalogue";

/** How much happens in a shop. Orders and clicks are those of the whole history. */
export type Scale = {
  days: number;
  orders: number;
  clicks: number;
  /** Distributors who found the shop alone, and those whom they invited. */
  heads: number;
  tails: number;
  refused: number;
  waiting: number;
};

/** The frame of a shop's history. */
export type Outline = {
  slug: string;
  seed: string;
  now: Date;
  days: readonly HistoryDay[];
  /** The opening: everything happens from here to now. */
  fromMs: number;
  scale: Scale;
  offers: readonly ShelfOffer[];
};

export function outlineOf(shop: {
  slug: string;
  seed: string;
  now: Date;
  scale: Scale;
  offers: readonly ShelfOffer[];
}): Outline {
  const days = listDays(shop.now, shop.scale.days);
  return { ...shop, days, fromMs: days[0]?.fromMs ?? shop.now.getTime() };
}

/** Chance for one part of a shop's plan. */
export function chanceOf({ seed, slug }: Outline, part: string): Chance {
  return chanceFor(`${seed}:${slug}:${part}`);
}

/** A moment after this share (0 to 1) of the history at which people are awake. */
export function momentAt({ fromMs, now }: Outline, share: number): number {
  return awake(fromMs + Math.floor((now.getTime() - fromMs) * share));
}
