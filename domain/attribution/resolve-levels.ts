export type DistributorStanding = {
  id: string;
  /** Only "approved" earns. */
  status: "applied" | "approved" | "refused" | "frozen";
};

export type ResolvedLevels = {
  level1: string | null;
  level2: string | null;
  /** Why level 1 is empty or, where it is not, why level 2 is or is not. */
  reason:
    | "no_binding"
    | "level1_not_approved"
    | "level1_is_buyer"
    | "level2_off"
    | "no_parent"
    | "level2_is_level1"
    | "level2_not_approved"
    | "level2_is_buyer"
    | "two_levels";
};

type Checkout = {
  /** The distributor of the customer's live binding. */
  distributor: DistributorStanding | null;
  /** That distributor's parent. */
  parent: DistributorStanding | null;
  level2Enabled: boolean;
  buyerDistributorId: string | null;
  allowSelfPurchase: boolean;
};

/**
 * Who earns from an order, decided once at checkout and frozen on it: never more than two levels,
 * never the buyer unless the merchant allows it, never the same person twice, only approved
 * distributors. Without a level 1 there is no level 2: nobody moves up.
 */
export function resolveLevels(checkout: Checkout): ResolvedLevels {
  const { distributor, parent } = checkout;
  if (distributor === null) return nobody("no_binding");
  if (distributor.status !== "approved") return nobody("level1_not_approved");
  if (isBarredBuyer(distributor.id, checkout)) return nobody("level1_is_buyer");

  const level1 = distributor.id;
  if (!checkout.level2Enabled) return { level1, level2: null, reason: "level2_off" };
  if (parent === null) return { level1, level2: null, reason: "no_parent" };
  if (parent.id === level1) return { level1, level2: null, reason: "level2_is_level1" };
  if (parent.status !== "approved") return { level1, level2: null, reason: "level2_not_approved" };
  if (isBarredBuyer(parent.id, checkout))
    return { level1, level2: null, reason: "level2_is_buyer" };
  return { level1, level2: parent.id, reason: "two_levels" };
}

function nobody(reason: ResolvedLevels["reason"]): ResolvedLevels {
  return { level1: null, level2: null, reason };
}

function isBarredBuyer(distributorId: string, checkout: Checkout): boolean {
  return distributorId === checkout.buyerDistributorId && !checkout.allowSelfPurchase;
}
