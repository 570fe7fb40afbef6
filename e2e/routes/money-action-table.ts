import type { Rule } from "@/e2e/routes/route-rule";

/** An amount as React writes one that is no text. */
const fen = (amount: number) => `$n${amount}`;

/** A fen of an order, nothing on the shelf. */
const aRefund = {
  orderNo: "<paidOrderNo>",
  lines: [{ lineNo: 1, quantity: 0, amountFen: fen(1), restockQuantity: 0 }],
  freightFen: fen(0),
};

/** The part of action-table.ts that is about money going back, out and to the tax office. */
export const moneyActionRules: Record<string, Rule> = {
  previewRefundAction: { door: "staff", may: "refund.write", args: [aRefund] },
  requestRefundAction: {
    door: "staff",
    may: "refund.write",
    args: [{ ...aRefund, kind: "other", reason: "坏了一个", note: "", seenRefundedFen: fen(0) }],
  },
  endRefundAction: {
    door: "staff",
    may: "refund.write",
    id: "refundNo",
    send: { way: "give_up", reason: "顾客换货，不退了" },
  },
  savePayoutPolicyAction: {
    door: "staff",
    may: "settings.write",
    send: {
      seenVersion: "<policyVersion>",
      payoutMinFen: "1",
      payoutApprovalLimitFen: "500",
      payoutDailyCapFen: "5000",
      payoutDailyTotalFen: "50000",
      payoutDueDays: "3",
      payoutCooldownHours: "24",
      payoutJobTitle: "推广员",
      payoutRemark: "推广佣金",
    },
  },
  holdCommissionAction: {
    door: "staff",
    may: "commission.hold",
    id: "commissionId",
    send: { reason: "核实中" },
  },
  releaseCommissionAction: {
    door: "staff",
    may: "commission.hold",
    id: "commissionId",
    send: { reason: "已核实" },
  },
  freezePayoutsAction: {
    door: "staff",
    may: "payout.freeze",
    id: "distributorId",
    send: { reason: "核实中" },
  },
  releasePayoutsAction: {
    door: "staff",
    may: "payout.freeze",
    id: "distributorId",
    send: { reason: "已核实" },
  },
  refusePayoutAction: {
    door: "staff",
    may: "payout.decide",
    id: "payoutId",
    send: { reason: "资料不全" },
  },
  markBankPaidAction: {
    door: "staff",
    may: "payout.decide",
    id: "payoutId",
    send: { bankReference: "CMB0001" },
  },
  failBankPayoutAction: {
    door: "staff",
    may: "payout.decide",
    id: "payoutId",
    send: { reason: "银行退回" },
  },
  markFormerPaidAction: {
    door: "staff",
    may: "payout.decide",
    id: "payoutId",
    send: { transferBillNo: "1330000071100999991182020050700019480001" },
  },
  endFormerUnpaidAction: {
    door: "staff",
    may: "payout.decide",
    id: "payoutId",
    send: { reason: "平台显示已关闭", checkedThere: "yes" },
  },
  proposeRunAction: {
    door: "staff",
    may: "payout.decide",
    send: { payoutIds: "<payoutId>", seenTotalFen: "100" },
  },
  decideRunAction: {
    door: "staff",
    may: "payout.decide",
    args: ["<runId>", "refuse"],
    send: { reason: "金额不对", seenTotalFen: "100" },
  },
  exportBankAction: { door: "staff", may: "payout.decide", args: ["new"] },
  retryDayAction: { door: "staff", may: "reconciliation.write", args: ["2026-01-01"] },
  assignCaseAction: {
    door: "staff",
    may: "reconciliation.write",
    id: "caseId",
    send: { ownerId: "<staffId>" },
  },
  closeCaseAction: {
    door: "staff",
    may: "reconciliation.write",
    id: "caseId",
    send: { resolution: "已核对" },
  },
  closeMonthAction: { door: "staff", may: "month.close", args: ["2026-01"] },
  reconcileMonthAction: { door: "staff", may: "reconciliation.write", args: ["2026-01"] },
  addTaxRuleAction: {
    door: "staff",
    may: "tax.write",
    send: {
      name: "劳务报酬所得预扣预缴",
      validFrom: "2099-01-01",
      validUntil: "2099-12-31",
      source: "国家税务总局公告",
      exempt: "800",
      fixedUntil: "4000",
      share: "20",
      "brackets.0.above": "0",
      "brackets.0.rate": "20",
      "brackets.0.quick": "0",
      confirmed: "yes",
    },
  },
  recordRemittanceAction: {
    door: "staff",
    may: "tax.export",
    args: ["2026-01"],
    send: { amount: "0.01", paidOn: "2026-02-15", reference: "完税凭证 0001" },
  },
  exportFilingAction: { door: "staff", may: "tax.export", args: ["2026-01"] },
};
