/** Why goods come back, as staff judge it. The customer reads the reason in words, not this. */
export const REFUND_KINDS = [
  "quality",
  "damaged",
  "missing",
  "wrong_item",
  "late",
  "changed_mind",
  "other",
] as const;
export type RefundKind = (typeof REFUND_KINDS)[number];

/** Kinds in which the shop or its carrier did something wrong: they make the complaint rate. */
export const COMPLAINT_KINDS = [
  "quality",
  "damaged",
  "missing",
  "wrong_item",
  "late",
] as const satisfies readonly RefundKind[];
