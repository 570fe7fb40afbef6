/** A source of chance that depends on its seed alone. */
export type Chance = {
  /** At least 0 and below 1. */
  next: () => number;
  /** A whole number from `min` to `max`, both included. */
  int: (min: number, max: number) => number;
  /** True with this probability. */
  is: (probability: number) => boolean;
  pick: <T>(list: readonly T[]) => T;
  /** Picks in proportion to the weights, which must not all be 0. */
  weighed: <T>(list: readonly T[], weightOf: (item: T) => number) => T;
};

/** Chance for one purpose: what is drawn for another purpose does not move it. */
export function chanceFor(seed: string): Chance {
  const next = mulberry32(hash(seed));
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  const pick = <T>(list: readonly T[]): T => {
    const item = list[int(0, list.length - 1)];
    if (item === undefined) throw new Error("nothing to pick from");
    return item;
  };
  const weighed = <T>(list: readonly T[], weightOf: (item: T) => number): T => {
    const total = list.reduce((sum, item) => sum + weightOf(item), 0);
    let left = next() * total;
    for (const item of list) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return pick(list.slice(-1));
  };
  return { next, int, is: (probability) => next() < probability, pick, weighed };
}

/** Tommy Ettinger's 32-bit generator: small, fast and even enough for a demo. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** FNV-1a: spreads a text over 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return value >>> 0;
}
