import type { Permission } from "@/features/staff/schema";

/** Who may open something. */
export type Door =
  | "everybody"
  | "customer"
  | "distributor"
  | "staff"
  /** Open only while the installation has no shop: in the demo it leads away. */
  | "firstVisitor";

/** What the bracket of a path names, and so whose it may be. */
export type IdKind =
  | "productSlug"
  | "categorySlug"
  | "sceneSlug"
  | "orderNo"
  /** Of an order with nothing asked back. */
  | "paidOrderNo"
  | "addressId"
  | "commissionId"
  | "shareCode"
  | "productId"
  | "distributorId"
  | "importId"
  | "historyImportId"
  | "storageKey"
  | "staffId"
  | "categoryId"
  | "sceneId"
  | "freightId"
  | "linkId"
  | "customerId"
  | "skuId"
  | "sessionId"
  | "month"
  /** Of the policy in force: a form made from another one is refused to everybody. */
  | "policyVersion"
  | "payoutId"
  | "payoutNo"
  /** Of a refund that WeChat cannot bring to its end; makeRefundEach makes one. */
  | "refundNo"
  | "runId"
  | "caseId"
  | "boardTable"
  | "purchaseOrderId"
  | "supplierId"
  | "countId"
  | "reviewId"
  | "reportId";

export type Rule = {
  door: Door;
  /** What a member of staff must be allowed to do; without it every one of them may. */
  may?: Permission;
  /** What the bracket of the path names, or an action's first argument. */
  id?: IdKind;
  /** An action's arguments before the form, where they are more than the id. */
  args?: readonly unknown[];
  /**
   * A handler's body or an action's form, right but for whom it concerns. "<orderNo>" stands for an
   * id of that kind: it is tried with everybody else's, here as in `args` and `query`.
   */
  send?: Readonly<Record<string, unknown>>;
  query?: string;
  /** The word by which a refusal is known, where the answer is none of the usual ones. */
  refusedBy?: string;
};
