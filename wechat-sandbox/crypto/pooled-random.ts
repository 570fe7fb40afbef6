import { randomBytes } from "node:crypto";
import type { RandomBytes } from "./random-text";

const POOL_BYTES = 16_384;

/** Truly random bytes, fetched in large pieces: each fetch costs as much as a hundred small uses. */
export function pooledRandom(): RandomBytes {
  let pool = Buffer.alloc(0);
  return (size) => {
    if (pool.length < size) pool = randomBytes(Math.max(POOL_BYTES, size));
    const taken = pool.subarray(0, size);
    pool = pool.subarray(size);
    return taken;
  };
}
