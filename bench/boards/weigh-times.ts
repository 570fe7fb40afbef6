import type { BoardTimes } from "@/bench/boards/measure-boards";

export type WeighedBoard = {
  name: string;
  days: string;
  p50Ms: number;
  p95Ms: number;
  tenthP50Ms: number;
  tenthP95Ms: number;
  /** Of the middle times, and of those that one in twenty exceeds. */
  ratioP50: number;
  ratioP95: number;
};

/** Each board and window of a shop beside those of its tenth, over all rounds together. */
export function weighTimes(
  shop: readonly BoardTimes[],
  tenth: readonly BoardTimes[],
): WeighedBoard[] {
  const first = shop.filter((one, at) => shop.findIndex((other) => isSame(one, other)) === at);
  return first.map(({ name, days }) => {
    const own = timesOf(shop, { name, days });
    const small = timesOf(tenth, { name, days });
    const [p50Ms, p95Ms] = [at(own, 0.5), at(own, 0.95)];
    const [tenthP50Ms, tenthP95Ms] = [at(small, 0.5), at(small, 0.95)];
    return {
      ...{ name, days, p50Ms, p95Ms, tenthP50Ms, tenthP95Ms },
      ratioP50: round(p50Ms / tenthP50Ms),
      ratioP95: round(p95Ms / tenthP95Ms),
    };
  });
}

type Which = Pick<BoardTimes, "name" | "days">;

function isSame(one: Which, other: Which): boolean {
  return one.name === other.name && one.days === other.days;
}

function timesOf(rounds: readonly BoardTimes[], which: Which): number[] {
  return rounds.flatMap((one) => (isSame(one, which) ? one.times : [])).toSorted((a, b) => a - b);
}

function at(sorted: readonly number[], share: number): number {
  return round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
