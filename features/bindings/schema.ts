/** Who earns from an order, frozen on it. All null where nobody does. */
export type Attribution = {
  bindingId: string | null;
  /** The click that made the binding; null for one made by hand. */
  clickId: string | null;
  level1DistributorId: string | null;
  level2DistributorId: string | null;
};

/** A customer who belongs to a distributor, as the distributor may see them. */
export type FriendView = {
  bindingId: string;
  /** Masked; empty when their name was never asked for. */
  customerName: string;
  boundAt: Date;
  validUntil: Date;
  /** Paid orders that this distributor earned from, and what was paid for their goods, in fen. */
  orderCount: number;
  goodsFen: bigint;
};

/** Why a customer belonged to a distributor at some moment. */
export type BindingExplanation = {
  bindingId: string;
  distributorId: string;
  distributorName: string;
  boundAt: Date;
  validUntil: Date;
  source: string;
  reason: string;
  /** The click behind it: whose link, opened when; null for a binding made by hand. */
  click: { clickId: string; clickedAt: Date; sharerCustomerId: string; channel: string } | null;
};
