import { z } from "zod";
import type { OrderState } from "@/domain/orders/order-state";

/** What somebody says who wants to become a distributor. */
export const applicationSchema = z.object({
  displayName: z.string().trim().min(1).max(20),
  applicationText: z.string().trim().max(300),
  /** The unticked box: without it nothing is stored. */
  consent: z.literal("yes"),
});
export type Application = z.infer<typeof applicationSchema>;

/** Changes with the words that the applicant agrees to. */
export const distributorTermsVersion = "2026-11-21";

export type DistributorStatus = "applied" | "approved" | "refused" | "frozen";

/** A customer's standing as a distributor, as they see it themselves. */
export type OwnDistributorView = {
  distributorId: string;
  status: DistributorStatus;
  displayName: string;
  applicationText: string;
  appliedAt: Date;
  decidedAt: Date | null;
  /** Why the application was refused or the distributor frozen. */
  decisionReason: string;
  /** Display name of who invited them; null for nobody. */
  parentName: string | null;
};

/** An order that a distributor earns from. Amounts in fen. */
export type DistributorOrderView = {
  orderId: string;
  orderNo: string;
  state: OrderState;
  /** Masked; empty when the name was never asked for. */
  customerName: string;
  level: 1 | 2;
  /** What the customer pays for goods, without freight. */
  goodsFen: bigint;
  commissionFen: bigint;
  clawedBackFen: bigint;
  createdAt: Date;
};

/** What the application form shows after a try: the names of the fields at fault, or already_applied. */
export type ApplyState = { faults: string[] };

/** A distributor in the dashboard's list. Amounts in fen, over all time. */
export type StaffDistributorSummary = {
  distributorId: string;
  displayName: string;
  nickname: string;
  status: DistributorStatus;
  appliedAt: Date;
  parentName: string | null;
  applicationText: string;
  /** Paid orders that name them on level 1. */
  orderCount: number;
  salesFen: bigint;
  /** Both levels, what was taken back left out. */
  commissionFen: bigint;
};

export type DistributorFilter = {
  status?: DistributorStatus | undefined;
  text?: string | undefined;
  cursor?: string | undefined;
};

/** A distributor opened in the dashboard. */
export type StaffDistributorView = Omit<StaffDistributorSummary, "parentName"> & {
  customerId: string;
  decidedAt: Date | null;
  decidedByName: string;
  decisionReason: string;
  parent: { distributorId: string; displayName: string } | null;
  team: { distributorId: string; displayName: string; status: DistributorStatus }[];
  /** Customers bound to them now. */
  friendCount: number;
  /** Openings of their links by others. */
  visitCount: number;
};

export const distributorFilterSchema = z.object({
  status: z.enum(["applied", "approved", "refused", "frozen"]).optional(),
  text: z.string().trim().max(50).optional(),
  cursor: z.string().max(100).optional(),
});

/** Why staff refuse or freeze; the distributor reads it. */
export const decisionReasonSchema = z.object({ reason: z.string().trim().min(2).max(200) });
