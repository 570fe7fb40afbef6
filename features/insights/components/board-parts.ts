import { BOARD_SLICES, type BoardSlice, type SliceChoices } from "@/features/insights/schema";

/** What boards of products can be narrowed by. */
export const PRODUCT_PARTS = ["scene", "category", "product"] as const satisfies BoardSlice[];

/** What is made of whole orders. */
export const ORDER_PARTS = ["channel", "distributor", "region"] as const satisfies BoardSlice[];

/** What is about distributors one by one. */
export const DISTRIBUTOR_ALONE = ["distributor"] as const satisfies BoardSlice[];

/** Of the parts to choose from only these kinds. */
export function onlyParts(kinds: readonly BoardSlice[], choices: SliceChoices): SliceChoices {
  const list = BOARD_SLICES.map((kind) => [kind, kinds.includes(kind) ? choices[kind] : []]);
  return Object.fromEntries(list);
}

/** The query of a board that can be narrowed by these kinds alone: no other part is asked for then. */
export function narrowedBy(
  kinds: readonly BoardSlice[],
  values: Readonly<Record<string, string>>,
): Record<string, string> {
  const { slice = "" } = values;
  return { ...values, slice: kinds.some((kind) => slice.startsWith(`${kind}:`)) ? slice : "" };
}
