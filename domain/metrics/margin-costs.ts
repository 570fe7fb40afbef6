/** The parts that figures are kept for (docs/decisions/0020). */
type PartKind = "all" | "channel" | "scene" | "category" | "distributor" | "region" | "product";

/**
 * What is known of the costs that stand against a part's margin. `breakEven`: the line with the fixed cost
 * of the shop, with the part's own costs alone, or none; `hasFees`: whether payment fees are the part's.
 */
export type MarginCosts = { breakEven: "shop" | "own" | "none"; hasFees: boolean };

/**
 * Which costs can be told of a part (analytics.md, board 8). The fixed cost is the shop's and is divided by
 * no rule. Fees and freight are of whole orders and no product's. A distributor earns on orders that others
 * brought too, so that what they are paid is not of their sales; and imported parcels, which this shop did
 * not send, are not told apart by region.
 */
export function marginCosts(kind: PartKind): MarginCosts {
  if (kind === "all") return { breakEven: "shop", hasFees: true };
  if (kind === "channel") return { breakEven: "own", hasFees: true };
  return { breakEven: "none", hasFees: kind === "distributor" || kind === "region" };
}
