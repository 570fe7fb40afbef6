import { createHash } from "node:crypto";
import type { RandomBytes } from "./random-text";

/**
 * Random bytes that depend on `seed` alone: block n is SHA-256(seed, n). For tests, benches and the
 * demo's history, where two runs must produce the same notifications.
 */
export function seededRandom(seed: string): RandomBytes {
  let block = 0;
  let rest = Buffer.alloc(0);
  return (size) => {
    while (rest.length < size) {
      const next = createHash("sha256").update(`${seed}:${block}`).digest();
      block += 1;
      rest = Buffer.concat([rest, next]);
    }
    const taken = rest.subarray(0, size);
    rest = rest.subarray(size);
    return taken;
  };
}
