import { z } from "zod";
import type { AttributionPolicy } from "@/domain/attribution/decide-binding";
import type { BindingPeriod, ClickVerdict } from "@/domain/attribution/judge-click";

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

/** One period of a customer's, as staff see it. */
export type BindingPeriodView = BindingPeriod & {
  distributorName: string;
  distributorStatus: "applied" | "approved" | "refused" | "frozen";
  /** The rule that opened it, or what the person said who did it by hand. */
  reason: string;
  /** Who did it by hand; empty for a click. */
  boundByName: string;
  /** Orders that were placed on it. */
  orderCount: number;
};

/** The attribution policy of some moment. */
export type PolicyView = AttributionPolicy & { version: number };

/** A click on a share link by one of a customer's browsers, and what became of it. */
export type JudgedClick = {
  clickId: string;
  clickedAt: Date;
  /** Who passed the link on; empty where their name was never asked for. */
  sharerName: string;
  channel: "card" | "qr" | "poster" | "offline";
  targetKind: "shop" | "product" | "category" | "scene";
  /** Empty for the shop itself and for what is gone. */
  targetTitle: string;
  /** How many people passed it on between the distributor and the customer, the distributor left out. */
  hops: number;
  distributorId: string | null;
  distributorName: string;
  policy: PolicyView;
  verdict: ClickVerdict;
};

/** Whose customer somebody was at a moment, and why. */
export type BindingExplanation = {
  at: Date;
  /** The period in force; null for nobody's. */
  period: BindingPeriodView | null;
  /** The last one that was over by then, where none was in force. */
  endedBefore: BindingPeriodView | null;
  /** The policy that the period was opened under, or that of the moment. */
  policy: PolicyView;
  /** The clicks before the moment, the newest first: the one that decided and those that lost. */
  clicks: JudgedClick[];
};

/** Chosen instead of a distributor: the customer belongs to nobody. */
const nobody = "nobody";
export type Nobody = typeof nobody;

/** What staff say who give a customer to another distributor, or to nobody. */
export type RebindInput = {
  customerId: string;
  distributorId: string | null;
  reason: string;
  /** The live period that they had before their eyes; null for none. */
  seenBindingId: string | null;
};

/** The form for it; whose customer it is stands in the page's address. */
export const rebindFormSchema = z.object({
  distributorId: z
    .union([z.literal(nobody), z.uuid()], "fault.required")
    .transform((chosen) => (chosen === nobody ? null : chosen)),
  reason: z.string().trim().min(2, "fault.required").max(200),
  seenBindingId: z.union([z.literal(""), z.uuid()]).transform((seen) => seen || null),
});
