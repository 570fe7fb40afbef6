/** The daily sales of a reorder proposal are those of so many days that are over. */
export const MONTH_DAYS = 30;

/** What a reorder proposal of one SKU is made of. All counts are whole. */
export type ReorderFigures = {
  /** Units sold net of returns over `soldDays` days that are over; below 0 counts as 0. */
  soldUnits: number;
  soldDays: number;
  leadDays: number;
  safetyDays: number;
  onHand: number;
  onOrder: number;
  /** Units of one pack of the supplier; 1 where they sell singly. */
  packUnits: number;
};

/** `neededUnits` is what the formula asks for; the proposal is whole packs of it, in units. */
export type ReorderProposal = { neededUnits: number; packs: number; units: number };

/**
 * (lead time + safety days) × daily sales − on hand − on order (analytics.md, board 7), rounded up to
 * whole units and then to whole packs; nothing where enough is there or under way. The daily sales are
 * never divided out: 1 unit in 3 days over 3 days is 1 unit.
 * Throws RangeError for figures that are negative or not whole, and for no days or empty packs.
 */
export function proposeReorder(figures: ReorderFigures): ReorderProposal {
  const { soldUnits, soldDays, leadDays, safetyDays, onHand, onOrder, packUnits } = figures;
  const counts = [soldDays, leadDays, safetyDays, onHand, onOrder, packUnits];
  const areWhole = [soldUnits, ...counts].every((count) => Number.isSafeInteger(count));
  if (!areWhole || counts.some((count) => count < 0) || soldDays === 0 || packUnits === 0) {
    throw new RangeError(`no reorder figures: ${JSON.stringify(figures)}`);
  }
  const sold = Math.max(soldUnits, 0);
  const untilThen = Math.ceil(((leadDays + safetyDays) * sold) / soldDays);
  const neededUnits = Math.max(untilThen - onHand - onOrder, 0);
  const packs = Math.ceil(neededUnits / packUnits);
  return { neededUnits, packs, units: packs * packUnits };
}
