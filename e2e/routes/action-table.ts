import { goodsActionRules } from "@/e2e/routes/goods-action-table";
import { moneyActionRules } from "@/e2e/routes/money-action-table";
import type { Rule } from "@/e2e/routes/route-rule";

/**
 * Who may call which server action, by the function's name, which the app folder gives only once:
 * the second half of the route table.
 */
export const actionRules: Record<string, Rule> = {
  ...goodsActionRules,
  ...moneyActionRules,
  applyAction: {
    door: "customer",
    args: [{ faults: [] }],
    send: { displayName: "小店", applicationText: "", consent: "yes" },
  },
  revokeAction: { door: "customer", args: [{ linkId: "<linkId>", revoked: true }] },
  signOutAction: { door: "staff" },
  setLocaleAction: { door: "everybody" },
  setUpAction: { door: "firstVisitor" },
  // The one-time code is the door, and a shop that exists closes it.
  shipOrderAction: {
    door: "staff",
    may: "order.ship",
    id: "orderNo",
    send: { carrier: "顺丰速运", trackingNo: "SF1234567890" },
  },
  closeOrderAction: { door: "staff", may: "order.close", id: "orderNo" },
  saveRuleAction: {
    door: "staff",
    may: "rule.write",
    send: {
      scope: "product",
      scopeId: "<productId>",
      level: "1",
      kind: "rate",
      value: "1",
      enabled: "yes",
    },
  },
  previewRuleAction: {
    door: "staff",
    may: "rule.write",
    send: {
      scope: "product",
      scopeId: "<productId>",
      level: "1",
      kind: "rate",
      value: "1",
      enabled: "yes",
    },
  },
  saveProfileAction: {
    door: "staff",
    may: "settings.write",
    send: {
      ...{ name: "别家", slogan: "", story: "", servicePhone: "", companyName: "", licenceNo: "" },
      ...{ foodLicenceNo: "", icpNo: "", returnRules: "", privacyNotice: "" },
    },
  },
  savePolicyAction: {
    door: "staff",
    may: "settings.write",
    send: {
      ...{ seenVersion: "<policyVersion>", attributionMode: "first_touch", validityDays: "30" },
      ...{ protectionDays: "0", holdDays: "0", paymentMinutes: "30", autoReceiveDays: "10" },
      ...{ commissionCapBps: "30", paymentFeeBps: "0.6", traditionalRakeBps: "30" },
    },
  },
  saveWechatAction: {
    door: "staff",
    may: "settings.write",
    // What is secret may stay as it is.
    send: {
      ...{ appId: "wx00000000000000", appSecret: "", mchId: "1900000001", apiV3Key: "" },
      ...{ merchantSerialNo: "0A0A0A0A0A", merchantPrivateKeyPem: "" },
      ...{ wechatpayPublicKeyId: "PUB_KEY_ID_000000", wechatpayPublicKeyPem: "x" },
    },
  },
  testWechatAction: { door: "staff", may: "settings.write" },
  createStaffAction: {
    door: "staff",
    may: "staff.write",
    send: { name: "新人", email: "newcomer@ruoli.example", role: "warehouse" },
  },
  resetPasswordAction: { door: "staff", may: "staff.write", id: "staffId" },
  setRoleAction: { door: "staff", may: "staff.write", id: "staffId", send: { role: "warehouse" } },
  setDisabledAction: { door: "staff", may: "staff.write", args: ["<staffId>", false] },
  changePasswordAction: { door: "staff", may: "overview.read" },
  revokeSessionAction: { door: "staff", may: "overview.read", args: ["<sessionId>"] },
  approveAction: { door: "staff", may: "distributor.decide", id: "distributorId" },
  refuseAction: {
    door: "staff",
    may: "distributor.decide",
    id: "distributorId",
    send: { reason: "请补充说明" },
  },
  freezeAction: {
    door: "staff",
    may: "distributor.decide",
    id: "distributorId",
    send: { reason: "请补充说明" },
  },
  unfreezeAction: { door: "staff", may: "distributor.decide", id: "distributorId" },
  assignParentAction: {
    door: "staff",
    may: "distributor.decide",
    id: "distributorId",
    send: { parentId: "<distributorId>" },
  },
  rebindAction: {
    door: "staff",
    may: "binding.write",
    id: "customerId",
    send: { distributorId: "<distributorId>", reason: "店里说好的", seenBindingId: "" },
  },
  tagCustomerAction: {
    door: "staff",
    may: "customer.write",
    id: "customerId",
    send: { tag: "团长" },
  },
  untagCustomerAction: {
    door: "staff",
    may: "customer.write",
    args: ["<customerId>", "团长"],
  },
  dropTagAction: { door: "staff", may: "customer.write", args: ["没人有的标签"] },
  tagSegmentAction: {
    door: "staff",
    may: "customer.write",
    args: [{ segment: "111", before: "", slice: "" }],
    send: { tag: "老顾客" },
  },
  exportPersonAction: { door: "staff", may: "person.write", id: "customerId" },
  erasePersonAction: {
    door: "staff",
    may: "person.write",
    id: "customerId",
    send: { confirmed: "yes" },
  },
  publishReviewAction: { door: "staff", may: "reviews.moderate", id: "reviewId" },
  hideReviewAction: {
    door: "staff",
    may: "reviews.moderate",
    id: "reviewId",
    send: { hideReason: "privacy" },
  },
  answerReviewAction: {
    door: "staff",
    may: "reviews.moderate",
    id: "reviewId",
    send: { answer: "谢谢您的评价。" },
  },
  decideReportAction: {
    door: "staff",
    may: "distributor.decide",
    id: "reportId",
    send: { verdict: "upheld", note: "已电话核实" },
  },
  recomputeDaysAction: {
    door: "staff",
    may: "settings.write",
    send: { from: "2026-06-01", until: "2026-06-02" },
  },
  saveAnalyticsSettingAction: {
    door: "staff",
    may: "settings.write",
    send: {
      fixedCostPerDayFen: "300",
      freightCostPerOrderFen: "6",
      safetyDays: "7",
      slowMoverDays: "60",
      views: "1",
      visitors: "2",
      favourites: "3",
      carted: "5",
      checkedOut: "8",
      paidUnits: "10",
      effectiveShares: "10",
    },
  },
  saveAnomalyThresholdsAction: {
    door: "staff",
    may: "settings.write",
    send: {
      clicksWithoutOrder: "500",
      ordersWithoutClick: "3",
      ownOrders: "1",
      ringOrders: "4",
      ringSharePercent: "50",
      ringOrdersPerPayer: "2",
      offPlatformReports: "1",
    },
  },
  saveForecastAction: {
    door: "staff",
    may: "forecast.write",
    send: {
      title: "春节前的一次分享",
      seeds: "20",
      friendsPerHopBps: "20",
      reshareBps: "100",
      hops: "2",
      conversionBps: "10",
      orderValueFen: "100",
      unitsPerOrderBps: "1",
      grossMarginBps: "40",
      level1Bps: "10",
      level2Bps: "0",
      paymentFeeBps: "0.6",
      fixedCostFen: "10000",
      population: "1000000",
      from: "2099-01-01",
      until: "2099-01-30",
    },
  },
};
