import type { Bps, Fen } from "../money/fen";

/**
 * A number with what it is counted in: fen, whole things or people, basis points, points (a
 * difference of two shares in basis points, such as the NPS), halves or tenths of a thing (medians and
 * means that stay exact). Null is a figure that is not defined, never 0.
 */
export type Figure =
  | { unit: "fen"; value: Fen | null }
  | { unit: "count"; value: bigint | number | null }
  | { unit: "bps"; value: Bps | null }
  | { unit: "points"; value: Bps | null }
  | { unit: "halves" | "tenths"; value: bigint | null };
