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
  | "linkId";

export type Rule = { door: Door; id?: IdKind };

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
  "/merchant": { door: "staff" },
  "/merchant/orders": { door: "staff" },
  "/merchant/orders/[orderNo]": { door: "staff", id: "orderNo" },
  "/merchant/distributors": { door: "staff" },
  "/merchant/distributors/[distributorId]": { door: "staff", id: "distributorId" },
  "/merchant/commission-rules": { door: "staff" },
  "/merchant/commission-rules/edit": { door: "staff" },
  "/merchant/products": { door: "staff" },
  "/merchant/products/[productId]": { door: "staff", id: "productId" },
  "/merchant/products/imports": { door: "staff" },
  "/merchant/products/imports/[importId]": { door: "staff", id: "importId" },
  "/merchant/products/new": { door: "staff" },
  "/merchant/products/shelves": { door: "staff" },
  "/merchant/settings": { door: "staff" },
  "/merchant/settings/notifications": { door: "staff" },
  "/merchant/sharing": { door: "staff" },
  "/merchant/staff": { door: "staff" },
  "/merchant/[...path]": { door: "staff" },
};

export const handlerRules: Record<string, Rule> = {
  "GET /api/auth/[...nextauth]": { door: "everybody" },
  "POST /api/auth/[...nextauth]": { door: "everybody" },
  "GET /api/mall/cart": { door: "everybody" },
  "POST /api/mall/cart": { door: "everybody" },
  "PATCH /api/mall/cart": { door: "everybody" },
  "DELETE /api/mall/cart": { door: "everybody" },
  "GET /api/mall/products/[slug]": { door: "everybody", id: "productSlug" },
  "GET /api/mall/regions": { door: "everybody" },
  "POST /api/mall/share": { door: "everybody" },
  "GET /api/mall/share/[code]/[picture]": { door: "everybody", id: "shareCode" },
  "GET /api/mall/share/pictures/[file]": { door: "everybody" },
  "POST /api/mall/addresses": { door: "customer" },
  "DELETE /api/mall/addresses/[addressId]": { door: "customer", id: "addressId" },
  "POST /api/mall/checkout": { door: "customer" },
  "POST /api/mall/checkout/quote": { door: "customer" },
  "GET /api/mall/orders/[orderNo]": { door: "customer", id: "orderNo" },
  "POST /api/mall/orders/[orderNo]/cancel": { door: "customer", id: "orderNo" },
  "POST /api/mall/orders/[orderNo]/pay": { door: "customer", id: "orderNo" },
  "POST /api/mall/orders/[orderNo]/receive": { door: "customer", id: "orderNo" },
  "GET /api/merchant/imports/[importId]/errors": { door: "staff", id: "importId" },
  "POST /api/merchant/imports": { door: "staff" },
  "GET /api/merchant/imports/template": { door: "staff" },
  "GET /api/merchant/orders/export": { door: "staff" },
  "POST /api/merchant/pictures": { door: "staff" },
  "GET /api/merchant/sharing/export": { door: "staff" },
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
  applyAction: { door: "customer" },
  revokeAction: { door: "customer", id: "linkId" },
  signOutAction: { door: "staff" },
  setLocaleAction: { door: "everybody" },
  setUpAction: { door: "firstVisitor" },
  // The one-time code is the door, and a shop that exists closes it.
  shipOrderAction: { door: "staff", id: "orderNo" },
  closeOrderAction: { door: "staff", id: "orderNo" },
  saveRuleAction: { door: "staff" },
  previewRuleAction: { door: "staff" },
  saveProfileAction: { door: "staff" },
  savePolicyAction: { door: "staff" },
  saveWechatAction: { door: "staff" },
  testWechatAction: { door: "staff" },
  saveFreightAction: { door: "staff", id: "freightId" },
  saveCategoryAction: { door: "staff", id: "categoryId" },
  saveSceneAction: { door: "staff", id: "sceneId" },
  deleteCategoryAction: { door: "staff", id: "categoryId" },
  deleteSceneAction: { door: "staff", id: "sceneId" },
  createStaffAction: { door: "staff" },
  resetPasswordAction: { door: "staff", id: "staffId" },
  setRoleAction: { door: "staff", id: "staffId" },
  setDisabledAction: { door: "staff", id: "staffId" },
  changePasswordAction: { door: "staff" },
  revokeSessionAction: { door: "staff" },
  approveAction: { door: "staff", id: "distributorId" },
  refuseAction: { door: "staff", id: "distributorId" },
  freezeAction: { door: "staff", id: "distributorId" },
  unfreezeAction: { door: "staff", id: "distributorId" },
  assignParentAction: { door: "staff", id: "distributorId" },
  startImportAction: { door: "staff", id: "importId" },
  saveProductAction: { door: "staff", id: "productId" },
  adjustStockAction: { door: "staff" },
};
