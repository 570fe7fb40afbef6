import { HOP_WAIT_MINUTES } from "@/domain/metrics/hop-wait";
import { type K7, reportK7 } from "@/domain/metrics/k7";
import { MAX_HOPS } from "@/domain/metrics/share-tree";
import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How the forest of who brought whom grew in a window; of the whole shop. */
export type Spread = {
  k7: K7;
  /** People brought for the first time, by their hops from a root: the first place is hop 1. */
  depths: number[];
  /** The same people by how long their bringer had been there, in classes of HOP_WAIT_MINUTES. */
  waits: number[];
};

/** What share_day says of a window. */
export async function readSpread(
  tx: MerchantTx,
  { merchantId, window, now }: { merchantId: string; window: DayWindow; now: Date },
): Promise<Spread> {
  const days = await tx.shareDay.findMany({
    where: {
      merchantId,
      day: { gte: new Date(window.from), lt: new Date(window.to) },
    },
    select: { seen: true, soonChildren: true, depths: true, waits: true },
  });
  const sumOf = (of: (day: (typeof days)[number]) => number) =>
    days.reduce((sum, day) => sum + of(day), 0);
  const places = (length: number, of: (day: (typeof days)[number]) => readonly number[]) =>
    Array.from({ length }, (_, at) => sumOf((day) => of(day)[at] ?? 0));
  const depths = places(MAX_HOPS, (day) => day.depths);
  return {
    k7: reportK7({
      window,
      people: sumOf(({ seen }) => seen),
      brought: sumOf(({ soonChildren }) => soonChildren),
      now,
    }),
    depths: depths.slice(0, depths.findLastIndex((people) => people > 0) + 1),
    waits: places(HOP_WAIT_MINUTES.length + 1, (day) => day.waits),
  };
}
