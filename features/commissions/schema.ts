import { z } from "zod";
import type { CommissionState } from "@/domain/commissions/commission-state";
import type { MarginPreview } from "@/domain/commissions/preview-margin";
import type { CommissionScope } from "@/domain/commissions/resolve-rule";

/** What a rule pays: a rate of what the customer pays, or fen per unit; exactly one. */
const termsSchema = z.union([
  z.object({
    rateBps: z.int().min(0).max(10_000),
    fixedFenPerUnit: z.null().default(null),
  }),
  z.object({
    rateBps: z.null().default(null),
    fixedFenPerUnit: z.bigint().min(0n).max(1_000_000_000n),
  }),
]);

const placeSchema = z.object({
  scope: z.enum(["sku", "product", "category", "grade", "merchant"]),
  /** Id of the SKU, product, category or grade; null for the merchant's default. */
  scopeId: z.uuid().nullable(),
  level: z.union([z.literal(1), z.literal(2)]),
});

/** A commission rule as the dashboard's form sends it. */
export const commissionRuleInput = z
  .object({
    enabled: z.boolean().default(true),
    /** "Yes, sell at a loss": without it such a rule is refused. */
    lossConfirmed: z.boolean().default(false),
  })
  .and(placeSchema)
  .and(termsSchema)
  .refine((rule) => (rule.scope === "merchant") === (rule.scopeId === null), {
    path: ["scopeId"],
    message: "a scope id is given exactly when the rule is not the merchant's default",
  });
export type CommissionRuleInput = z.infer<typeof commissionRuleInput>;

/** A rule in the version in force, with what it is about in words. */
export type CommissionRuleView = {
  ruleId: string;
  version: number;
  scope: CommissionScope;
  /** Null for the merchant's default. */
  scopeId: string | null;
  /** Title of the product (with its option), name of the category or grade; empty for the default. */
  scopeName: string;
  level: 1 | 2;
  enabled: boolean;
  rateBps: number | null;
  fixedFenPerUnit: bigint | null;
  changedAt: Date;
};

/** One SKU under the rules: its price and cost, both commissions, what is left, and the mall beside it. */
export type SkuMarginView = {
  skuId: string;
  productTitle: string;
  optionName: string;
  priceFen: bigint;
  costFen: bigint;
  margin: MarginPreview;
};

/** One commission in a list. Amounts in fen. */
export type CommissionView = {
  commissionId: string;
  orderNo: string;
  lineNo: number;
  productTitle: string;
  optionName: string;
  level: 1 | 2;
  distributorId: string;
  distributorName: string;
  baseFen: bigint;
  commissionFen: bigint;
  clawedBackFen: bigint;
  state: CommissionState;
  accruedAt: Date;
  /** Null until the goods are received. */
  availableAt: Date | null;
  settledAt: Date | null;
};

/** A commission opened to everything that it was computed from. */
export type CommissionDetailView = CommissionView & {
  quantity: number;
  /** Of the line, by all refunds that have arrived. */
  refundedFen: bigint;
  /** The buyer, masked as distributors may see them; empty when their name was never asked for. */
  customerName: string;
  orderState: "awaiting_payment" | "paid" | "shipped" | "received" | "closed" | "refunded";
  paidAt: Date | null;
  receivedAt: Date | null;
  rule: {
    scope: CommissionScope;
    scopeName: string;
    version: number;
    rateBps: number | null;
    fixedFenPerUnit: bigint | null;
    /** What rate or amount alone give, before the cap. */
    ruleFen: bigint;
    /** The most that this level could take of the line. */
    capFen: bigint;
  };
  /** Days of 24 hours from receipt until it is available, as the order's policy says. */
  holdDays: number;
  heldReason: string;
};

/** A distributor's money at a glance, in fen. */
export type EarningsView = {
  /** Promised on orders that are not paid yet. */
  expectedFen: bigint;
  /** Reserved since payment, not yet matured; what is held by a risk case is part of it. */
  pendingFen: bigint;
  heldFen: bigint;
  availableFen: bigint;
  /** On its way in the open payout. */
  inPayoutFen: bigint;
  /** Owed to the merchant: it is netted from what matures next. */
  debtFen: bigint;
  /** All that was ever taken back by refunds. */
  takenBackFen: bigint;
  /** All that ever matured. */
  settledFen: bigint;
};

/** What a sum of the earnings card opens to: reserved and not matured, held by a risk case, taken back in part or whole. */
export const COMMISSION_LISTS = ["pending", "held", "taken_back"] as const;
export type CommissionList = (typeof COMMISSION_LISTS)[number];

/** Where a page of commissions ends, to ask for the next one: its last row. */
export type CommissionCursor = Pick<CommissionView, "accruedAt" | "commissionId">;
