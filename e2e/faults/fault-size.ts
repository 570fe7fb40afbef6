import { getSetting } from "@/scripts/database/process-settings";

/** `npm run faults` sets FAULTS=full; `npm test` is content with small sizes. */
const isFull = getSetting("FAULTS") === "full";

export function faultSize<T>(size: { small: T; full: T }): T {
  return isFull ? size.full : size.small;
}

/** Where the random kill points come from: FAULT_SEED, or one that is drawn and printed. */
export const faultSeed = Number(getSetting("FAULT_SEED") ?? Math.floor(Math.random() * 2 ** 31));

/** Numbers from 0 to below 1 (mulberry32), the same for the same seed. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A line in the run's output: seeds must stand there before anything goes wrong. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
