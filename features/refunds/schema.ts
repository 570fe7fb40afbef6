import { z } from "zod";
import type { ActionResult } from "@/components/ui/action-result";
import type { CommissionState } from "@/domain/commissions/commission-state";
import type { Fen } from "@/domain/money/fen";
import type { RefundableLine, RefundRefusal } from "@/domain/refunds/judge-refund";
import { REFUND_KINDS } from "@/domain/refunds/refund-kind";
import type { WechatRefund } from "@/lib/wechat/pay/refund";

/** A refund as WeChat described it, by itself or when asked. */
export type RefundResult = {
  /** WeChat's id of the notification, or `query:…` for an answer: what the inbox is keyed by. */
  eventId: string;
  bodySha256: string;
  mchId: string;
  refund: WechatRefund;
};

export type RefundOutcome =
  | { outcome: "applied" }
  | { outcome: "no_effect" }
  | { outcome: "quarantined"; reason: string };

export type RefundState = "requested" | "processing" | "success" | "closed" | "abnormal";

/** Refunds whose end is not known: what they ask for counts as gone. */
export const openRefundStates = ["requested", "processing", "abnormal"] as const;

const amountFenSchema = z.bigint().min(0n).max(1_000_000_000_00n);
const quantitySchema = z.int().min(0).max(999);

const refundLinesSchema = z
  .array(
    z.object({
      lineNo: z.int().min(1).max(1_000),
      quantity: quantitySchema,
      amountFen: amountFenSchema,
      /** Of the quantity, how many go back on the shelf when the money has gone back. */
      restockQuantity: quantitySchema,
    }),
  )
  .max(200);

/** What a refund would give back, for a look at what it takes from whom. */
export const previewRefundSchema = z.object({
  orderNo: z.string().regex(/^[0-9A-Za-z-]{1,40}$/),
  lines: refundLinesSchema,
  freightFen: amountFenSchema,
});
export type PreviewRefundInput = z.infer<typeof previewRefundSchema>;

/** A refund as staff ask for it. */
export const requestRefundSchema = previewRefundSchema.extend({
  /** Why, for the figures: whether it is a complaint follows from it. */
  kind: z.enum(REFUND_KINDS),
  /** Shown to the customer, by WeChat too. */
  reason: z.string().trim().min(1).max(80),
  /** For staff alone. */
  note: z.string().trim().max(500),
  /** What the person saw as refunded or under way. */
  seenRefundedFen: amountFenSchema,
});
export type RequestRefundInput = z.infer<typeof requestRefundSchema>;

export type RequestedRefund =
  | { ok: true; outRefundNo: string }
  | { ok: false; reason: RefundRefusal | "not_found" };

/** How a person ends a refund that WeChat cannot bring to its end. */
export const endRefundSchema = z.object({
  outRefundNo: z.string().min(1).max(64),
  way: z.enum(["give_up", "pay_elsewhere"]),
  /** For the audit trail and for staff: why, or how and when the customer was paid. */
  reason: z.string().trim().min(2).max(200),
  /** That the person has looked at the platform of a merchant number that is no longer ours. */
  checkedThere: z.literal("yes").optional(),
});
export type EndRefundInput = z.infer<typeof endRefundSchema>;

/** What the page of an order needs so that a person can end a refund of it. */
export type EndingByHand = {
  end: (outRefundNo: string, form: FormData) => Promise<ActionResult>;
  isSteppedUp: boolean;
};

export type EndedRefund =
  | { ok: true }
  | {
      ok: false;
      reason:
        | "not_found"
        | "step_up_needed"
        | "ended_already"
        | "under_way"
        | "owed"
        | "cannot_ask"
        | "unclear"
        | "went_on"
        | "just_asked";
    };

/** What one commission loses by a refund, in fen. */
export type CommissionLoss = {
  lineNo: number;
  level: number;
  distributorId: string;
  distributorName: string;
  state: CommissionState;
  commissionFen: Fen;
  /** What it loses by this refund alone. */
  clawBackFen: Fen;
  /** Of that: withdrawn already, so owed from then on. */
  asDebtFen: Fen;
};

export type RefundPreview =
  | { ok: true; amountFen: Fen; losses: CommissionLoss[] }
  | { ok: false; reason: RefundRefusal | "not_found" };

/** A line in the refund panel. */
export type RefundableLineView = RefundableLine & { productTitle: string; optionName: string };

/** What the refund panel of an order begins with. */
export type RefundPanelView = {
  orderNo: string;
  lines: RefundableLineView[];
  freightFen: Fen;
  freightLeftFen: Fen;
  /** Refunded or under way: what the request has to have seen. */
  askedFen: Fen;
  /** Goods that have not left go back on the shelf unless staff say otherwise. */
  isUnshipped: boolean;
  /** Why nothing can be refunded any more, or null. */
  blocked: "not_paid" | "nothing" | "too_many" | "too_old" | null;
};

export type RefundLineView = {
  lineNo: number;
  productTitle: string;
  optionName: string;
  quantity: number;
  amountFen: Fen;
  restockQuantity: number;
};

/** A refund in an order's history. */
export type RefundView = {
  outRefundNo: string;
  state: RefundState;
  amountFen: Fen;
  freightFen: Fen;
  reason: string;
  createdAt: Date;
  succeededAt: Date | null;
  closedAt: Date | null;
  /** The merchant paid by hand, because WeChat could not. */
  paidElsewhere: boolean;
  lines: RefundLineView[];
};

/** The same for staff: with what went wrong last, and the notes. */
export type StaffRefundView = RefundView & {
  /** Of the closed set of lib/wechat/pay/pay-failure, not_set_up, or empty. */
  failure: string;
  note: string;
  requestedByName: string;
  /** Of the person who ended it by hand; empty where WeChat did. */
  endedReason: string;
  endedByName: string;
  /** Came for money that arrived too late; nobody asked for it. */
  isLate: boolean;
};
