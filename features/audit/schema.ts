import { z } from "zod";

/**
 * Everything that is ever recorded: the types let nothing else be, and schema.test.ts compares this
 * list with what the code records and with the sentences of both languages.
 */
export const AUDIT_ACTIONS = [
  "analytics_setting.change",
  "analytics_setting.recompute",
  "anomaly_setting.change",
  "binding.rebind",
  "binding.release",
  "category.delete",
  "category.save",
  "commission.hold",
  "commission.release",
  "commission.settle",
  "commission_rule.save",
  "customer.tag",
  "customer.untag",
  "customer_tag.drop",
  "customer_tag.segment",
  "distributor.apply",
  "distributor.approve",
  "distributor.assign_parent",
  "distributor.freeze",
  "distributor.refuse",
  "distributor.unfreeze",
  "event_setting.change",
  "forecast.save",
  "freight_template.save",
  "history_import.complete",
  "history_import.fail",
  "history_import.resume",
  "history_import.start",
  "history_import.undo",
  "history_import.upload",
  "invariants.broken",
  "invariants.hold",
  "merchant_policy.change",
  "merchant_policy.change_payouts",
  "merchant_profile.change",
  "merchant_wechat.set",
  "month.close",
  "order.close",
  "order.pay",
  "order.place",
  "order.receive",
  "order.reopen",
  "order.ship",
  "payment.late",
  "payment.paid_twice",
  "payment.quarantine",
  "payout.cancel",
  "payout.cancelled",
  "payout.expired",
  "payout.export",
  "payout.failed",
  "payout.former_unpaid",
  "payout.freeze",
  "payout.mark_former_paid",
  "payout.mark_paid",
  "payout.paid",
  "payout.refused",
  "payout.release",
  "payout.request",
  "payout_account.save",
  "payout_run.approve",
  "payout_run.propose",
  "payout_run.refuse",
  "person.erase",
  "person.export",
  "product.change",
  "product.create",
  "product_import.fail",
  "product_import.start",
  "purchase_order.cancel",
  "purchase_order.place",
  "purchase_order.receive",
  "purchase_order.save",
  "reconciliation.assign",
  "reconciliation.close",
  "refund.abnormal",
  "refund.closed",
  "refund.give_up",
  "refund.pay_elsewhere",
  "refund.processing",
  "refund.quarantine",
  "refund.request",
  "refund.success",
  "report.decide",
  "report.send",
  "review.answer",
  "review.hide",
  "review.publish",
  "review.withdraw",
  "scene.delete",
  "scene.save",
  "share_link.restore",
  "share_link.revoke",
  "staff.change_password",
  "staff.create",
  "staff.reset_password",
  "staff.revoke_sessions",
  "staff.set_access",
  "staff.sign_in",
  "staff.step_up",
  "stock.adjust",
  "stock_count.close",
  "stock_count.open",
  "stock_count.post",
  "supplier.save",
  "tax.export",
  "tax.remit",
  "tax_rule.add",
  "transfer.quarantine",
] as const;

/** A noun and its verb: "order.ship". */
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/**
 * What an entry may note beside its action: only what the catalogues have a word for. Fen and other big
 * numbers are texts of digits; names that end in Fen or Bps are shown as money and as percent.
 */
type AuditDetail = keyof typeof import("@/messages/zh/payouts.json")["audit"]["detail"];
export type AuditDetails = { [Name in AuditDetail]?: string | number | boolean | null };

export const ACTOR_KINDS = ["customer", "staff", "system", "wechat"] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

export const auditFilterSchema = z.object({
  /** A kind of actor, or the id of one member of staff. */
  actor: z.union([z.enum(ACTOR_KINDS), z.uuid()]).optional(),
  action: z.enum(AUDIT_ACTIONS).optional(),
  /** The number of an order or payout, or the id of whatever was acted on. */
  object: z
    .string()
    .trim()
    .regex(/^[0-9A-Za-z-]{1,64}$/)
    .optional(),
  /** Days in Shanghai, both included. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** nextCursor of the page before. */
  cursor: z.string().max(100).optional(),
});
export type AuditFilter = z.infer<typeof auditFilterSchema>;

/** One entry as staff read it. */
export type AuditEntryView = {
  entryId: string;
  at: Date;
  actorKind: ActorKind;
  /** A name of staff, a customer's nickname, or empty. */
  actorName: string;
  /** One of AUDIT_ACTIONS, unless an older version of the program recorded it. */
  action: string;
  objectKind: string;
  objectId: string;
  /** An order's or payout's number, a person's or product's name; empty where there is none. */
  objectLabel: string;
  /** Amounts in fen as strings, under names that end in Fen. */
  details: Readonly<Record<string, string | number | boolean | null>>;
  /** Its place in the chain and its hash; null until the worker has sealed it. */
  seal: { seq: number; hash: string } | null;
};

/** How far the chain of hashes reaches. */
export type AuditChainView = {
  sealed: number;
  /** The last hash; zeros before the first entry. */
  hash: string;
  /** Entries that wait for the worker, counted up to `waitingMost`. */
  waiting: number;
  waitingMost: number;
};

/** What was done with one object, for its page. */
export type AuditHistoryEntry = {
  at: Date;
  action: string;
  actorKind: string;
  /** "" for who is not staff. */
  actorName: string;
  reason: string;
};
