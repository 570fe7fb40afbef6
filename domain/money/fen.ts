/** Money: an integer number of fen (1 yuan = 100 fen). May be negative only where a rule says so. */
export type Fen = bigint;

/** A rate in integer basis points: 10000 is the whole, 1 is 0.01 %. */
export type Bps = number;

/** The whole, in basis points. */
export const WHOLE_BPS: Bps = 10_000;

/**
 * `floor(amountFen × bps / 10000)`, exact for any size.
 * Throws RangeError for a negative amount and for a rate that is no integer of at least 0: both are
 * broken assumptions of the caller, never input of a person.
 */
export function multiplyByBps(amountFen: Fen, bps: Bps): Fen {
  if (amountFen < 0n) throw new RangeError(`amountFen must not be negative: ${amountFen}`);
  if (!Number.isSafeInteger(bps) || bps < 0) {
    throw new RangeError(`bps must be an integer of at least 0: ${bps}`);
  }
  // Both factors are at least 0, so BigInt's truncating division is the floor.
  return (amountFen * BigInt(bps)) / BigInt(WHOLE_BPS);
}

/** The sum of a list of amounts in fen; 0 for an empty list. */
export function sumFen(list: readonly Fen[]): Fen {
  return list.reduce((sum, amountFen) => sum + amountFen, 0n);
}

/** The smaller of two amounts; Math.min knows no bigint. */
export function smallerFen(a: Fen, b: Fen): Fen {
  if (a < b) return a;
  return b;
}
