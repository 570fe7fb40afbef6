import type { Fen } from "../money/fen";

/** What a part of the shop brought in a window and in the one before. */
export type PartSales = { key: string; title: string; nowFen: Fen; beforeFen: Fen };

/** How much of the change of the whole came from a part; below 0 where it brought less. */
export type Contribution = PartSales & { changeFen: Fen };

/**
 * The parts that moved the whole most, up or down, the largest first; parts that did not move are left
 * out. The parts have to be a whole division of the shop, so that all changes add up to that of the whole.
 */
export function largestContributions(parts: readonly PartSales[], limit: number): Contribution[] {
  return parts
    .map((part) => ({ ...part, changeFen: part.nowFen - part.beforeFen }))
    .filter(({ changeFen }) => changeFen !== 0n)
    .toSorted(bySize)
    .slice(0, limit);
}

function bySize(a: Contribution, b: Contribution): number {
  const [ofA, ofB] = [sizeOf(a.changeFen), sizeOf(b.changeFen)];
  if (ofA !== ofB) return ofA > ofB ? -1 : 1;
  if (a.key === b.key) return 0;
  return a.key < b.key ? -1 : 1;
}

function sizeOf(fen: Fen): Fen {
  return fen < 0n ? -fen : fen;
}
