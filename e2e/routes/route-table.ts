import type { Permission } from "@/features/staff/schema";

/**
 * Who may open what. Every page, handler and server action of the app folder stands here;
 * inventory.spec.ts fails on one that does not, so that whoever adds a route says who may use it.
 */
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
  | "addressId"
  | "commissionId"
  | "shareCode"
  | "productId"
  | "distributorId"
  | "importId"
  | "storageKey"
  | "staffId"
  | "categoryId"
  | "sceneId"
  | "freightId"
  | "linkId"
  | "customerId"
  | "skuId"
  | "sessionId";

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

export const pageRules: Record<string, Rule> = {
  "/": { door: "everybody" },
  "/about": { door: "everybody" },
  // What is measured against: no page for people, so without shop, title and sentences.
  "/bare": { door: "everybody" },
  "/bare/[storageKey]": { door: "everybody", id: "storageKey" },
  "/c": { door: "everybody" },
  "/c/[slug]": { door: "everybody", id: "categorySlug" },
  "/cart": { door: "everybody" },
  "/p/[slug]": { door: "everybody", id: "productSlug" },
  "/scenes/[slug]": { door: "everybody", id: "sceneSlug" },
  "/search": { door: "everybody" },
  "/[...path]": { door: "everybody" },
  "/addresses": { door: "customer" },
  "/addresses/[addressId]": { door: "customer", id: "addressId" },
  "/checkout": { door: "customer" },
  "/me": { door: "customer" },
  "/orders": { door: "customer" },
  "/orders/[orderNo]": { door: "customer", id: "orderNo" },
  "/share/[targetKind]/[slug]": { door: "customer", id: "productSlug" },
  "/distribute": { door: "customer" },
  "/distribute/apply": { door: "customer" },
  "/distribute/links": { door: "customer" },
  "/distribute/visits": { door: "distributor" },
  "/distribute/friends": { door: "distributor" },
  "/distribute/orders": { door: "distributor" },
  "/distribute/commissions": { door: "distributor" },
  "/distribute/commissions/[commissionId]": { door: "distributor", id: "commissionId" },
  "/merchant/sign-in": { door: "everybody" },
  "/merchant/setup": { door: "firstVisitor" },
  "/merchant": { door: "staff", may: "overview.read" },
  "/merchant/orders": {
    door: "staff",
    may: "order.read",
    query: "distributorId=<distributorId>&customerId=<customerId>",
  },
  "/merchant/orders/[orderNo]": { door: "staff", may: "order.read", id: "orderNo" },
  "/merchant/customers": { door: "staff", may: "customer.read" },
  "/merchant/customers/[customerId]": { door: "staff", may: "customer.read", id: "customerId" },
  "/merchant/distributors": { door: "staff", may: "distributor.read" },
  "/merchant/distributors/[distributorId]": {
    door: "staff",
    may: "distributor.read",
    id: "distributorId",
  },
  "/merchant/commission-rules": { door: "staff", may: "rule.read" },
  "/merchant/commission-rules/edit": { door: "staff", may: "rule.write" },
  "/merchant/products": { door: "staff", may: "product.read" },
  "/merchant/products/[productId]": { door: "staff", may: "product.read", id: "productId" },
  "/merchant/products/imports": { door: "staff", may: "product.write" },
  "/merchant/products/imports/[importId]": { door: "staff", may: "product.write", id: "importId" },
  "/merchant/products/new": { door: "staff", may: "product.write" },
  "/merchant/products/shelves": { door: "staff", may: "product.write" },
  "/merchant/settings": { door: "staff", may: "settings.write" },
  "/merchant/settings/notifications": { door: "staff", may: "settings.write" },
  "/merchant/sharing": { door: "staff", may: "sharing.read" },
  "/merchant/staff": { door: "staff", may: "overview.read" },
  "/merchant/[...path]": { door: "staff" },
};

export const handlerRules: Record<string, Rule> = {
  "GET /api/auth/[...nextauth]": { door: "everybody" },
  "POST /api/auth/[...nextauth]": { door: "everybody" },
  "GET /api/mall/cart": { door: "everybody" },
  "POST /api/mall/cart": {
    door: "everybody",
    send: { skuId: "<skuId>", quantity: 1, seenUnitPriceFen: "2280" },
  },
  "PATCH /api/mall/cart": { door: "everybody", send: { skuId: "<skuId>", quantity: 1 } },
  // What does not lie in the cart need not be taken out.
  "DELETE /api/mall/cart": { door: "everybody", refusedBy: "ok", send: { skuId: "<skuId>" } },
  "GET /api/mall/products/[slug]": { door: "everybody", id: "productSlug" },
  "GET /api/mall/regions": { door: "everybody" },
  "POST /api/mall/share": {
    door: "everybody",
    send: { kind: "product", slug: "<productSlug>", channel: "card" },
  },
  "GET /api/mall/share/[code]/[picture]": { door: "everybody", id: "shareCode" },
  "GET /api/mall/share/pictures/[file]": { door: "everybody" },
  "POST /api/mall/addresses": {
    door: "customer",
    send: {
      addressId: "<addressId>",
      receiverName: "小林",
      phone: "13800138000",
      regionCode: "330106",
      detail: "文三路 1 号",
    },
  },
  "DELETE /api/mall/addresses/[addressId]": { door: "customer", id: "addressId" },
  "POST /api/mall/checkout": {
    door: "customer",
    send: {
      lines: [{ skuId: "<skuId>", quantity: 1, seenUnitPriceFen: "1" }],
      addressId: "<addressId>",
      note: "",
      idempotencyKey: "0123456789abcdef",
      seenPayableFen: "1",
      fromCart: false,
    },
  },
  "POST /api/mall/checkout/quote": {
    door: "customer",
    refusedBy: "address_missing",
    send: { lines: [{ skuId: "<skuId>", quantity: 1 }], addressId: "<addressId>" },
  },
  "GET /api/mall/orders/[orderNo]": { door: "customer", id: "orderNo" },
  "POST /api/mall/orders/[orderNo]/cancel": { door: "customer", id: "orderNo" },
  "POST /api/mall/orders/[orderNo]/pay": { door: "customer", id: "orderNo" },
  "POST /api/mall/orders/[orderNo]/receive": { door: "customer", id: "orderNo" },
  "GET /api/merchant/imports/[importId]/errors": {
    door: "staff",
    may: "product.write",
    id: "importId",
  },
  "POST /api/merchant/imports": { door: "staff", may: "product.write" },
  "GET /api/merchant/imports/template": { door: "staff", may: "product.write" },
  "GET /api/merchant/orders/export": {
    door: "staff",
    may: "order.export",
    query: "distributorId=<distributorId>&customerId=<customerId>",
  },
  "POST /api/merchant/pictures": { door: "staff", may: "product.write" },
  "GET /api/merchant/sharing/export": { door: "staff", may: "sharing.read" },
  "GET /api/wechat/js-config": { door: "everybody" },
  "POST /api/wechat/notify/payment": { door: "everybody" },
  "POST /api/wechat/notify/refund": { door: "everybody" },
  "POST /api/wechat/notify/transfer": { door: "everybody" },
  "GET /api/wechat/oauth/callback": { door: "everybody" },
  "GET /api/wechat/oauth/start": { door: "everybody" },
  "POST /api/wechat/oauth/start": { door: "everybody" },
  "GET /pictures/[file]": { door: "everybody" },
};

/** By the function's name, which the app folder gives only once. */
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
