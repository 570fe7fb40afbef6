import type { Rule } from "@/e2e/routes/route-rule";

/**
 * Who may call which server action, by the function's name, which the app folder gives only once:
 * the second half of the route table.
 */
export const actionRules: Record<string, Rule> = {
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
  saveProfileAction: { door: "staff", may: "settings.write" },
  savePolicyAction: { door: "staff", may: "settings.write" },
  saveWechatAction: { door: "staff", may: "settings.write" },
  testWechatAction: { door: "staff", may: "settings.write" },
  saveFreightAction: {
    door: "staff",
    may: "settings.write",
    id: "freightId",
    send: {
      name: "新模板",
      freeFromFen: "",
      "rules.0.provinces": "",
      "rules.0.firstQuantity": "1",
      "rules.0.firstFen": "8",
      "rules.0.nextQuantity": "1",
      "rules.0.nextFen": "2",
    },
  },
  saveCategoryAction: {
    door: "staff",
    may: "product.write",
    id: "categoryId",
    send: { name: "新分类", slug: "xin-fenlei", position: "9" },
  },
  saveSceneAction: {
    door: "staff",
    may: "product.write",
    id: "sceneId",
    send: { title: "新场景", slug: "xin-changjing", description: "", position: "9" },
  },
  deleteCategoryAction: { door: "staff", may: "product.write", id: "categoryId" },
  deleteSceneAction: { door: "staff", may: "product.write", id: "sceneId" },
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
  startImportAction: { door: "staff", may: "product.write", id: "importId" },
  saveProductAction: { door: "staff", may: "product.write", id: "productId" },
  adjustStockAction: {
    door: "staff",
    may: "stock.write",
    send: { skuId: "<skuId>", delta: "1", note: "盘点" },
  },
};
