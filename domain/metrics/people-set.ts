/** A set of people by their ordinals: bit `n % 8` of byte `n / 8` says whether person n belongs to it. */
export type PeopleSet = Uint8Array;

/** The set of these ordinals, each an integer of at least 0; as short as its largest member allows. */
export function peopleSetOf(ordinals: readonly number[]): PeopleSet {
  let largest = -1;
  for (const ordinal of ordinals) if (ordinal > largest) largest = ordinal;
  const set = new Uint8Array((largest >> 3) + 1);
  for (const ordinal of ordinals) {
    if (!Number.isSafeInteger(ordinal) || ordinal < 0) throw new RangeError(`no person ${ordinal}`);
    set[ordinal >> 3] = (set[ordinal >> 3] ?? 0) | (1 << (ordinal & 7));
  }
  return set;
}

/** Everybody who is in at least one of the sets. */
export function unionOf(sets: readonly PeopleSet[]): PeopleSet {
  const union = new Uint8Array(Math.max(0, ...sets.map(({ length }) => length)));
  for (const set of sets) {
    for (let at = 0; at < set.length; at += 1) union[at] = (union[at] ?? 0) | (set[at] ?? 0);
  }
  return union;
}

/** Everybody who is in both sets. */
export function intersectionOf(a: PeopleSet, b: PeopleSet): PeopleSet {
  const both = new Uint8Array(Math.min(a.length, b.length));
  for (let at = 0; at < both.length; at += 1) both[at] = (a[at] ?? 0) & (b[at] ?? 0);
  return both;
}

/** Everybody who is in the first set and not in the second. */
export function differenceOf(a: PeopleSet, b: PeopleSet): PeopleSet {
  return a.map((byte, at) => byte & ~(b[at] ?? 0));
}

const BITS_OF_BYTE = Uint8Array.from({ length: 256 }, (_, byte) => countBits(byte));

/** How many people: exact, no estimate. */
export function countPeople(set: PeopleSet): number {
  let count = 0;
  for (const byte of set) count += BITS_OF_BYTE[byte] ?? 0;
  return count;
}

/** The members' ordinals in ascending order. */
export function listOrdinals(set: PeopleSet): number[] {
  const ordinals: number[] = [];
  set.forEach((byte, at) => {
    for (let bit = 0; bit < 8; bit += 1) {
      if ((byte >> bit) & 1) ordinals.push(at * 8 + bit);
    }
  });
  return ordinals;
}

function countBits(byte: number): number {
  return byte === 0 ? 0 : (byte & 1) + countBits(byte >> 1);
}
