import pg from "pg";
import { browserInstance } from "@/e2e/browser-instance";
import type { IdKind } from "@/e2e/routes/route-table";

/** What stands for one bracket of a path: something there, and the same of others. */
export type Samples = {
  /** The first shop's; a customer's own where things belong to customers (see owner). */
  own: string;
  /** The other shop's. */
  otherShops: string;
  /** Another customer's of the same shop; null where things belong to the shop. */
  otherPersons: string | null;
};

/** Of whom `own` is: orders and addresses of 小林, commissions of 阿珍. */
const owners = { order: "xiaolin", commission: "azhen" } as const;

const shop = (host: string) => `(select merchant_id from merchant_host where host = '${host}')`;

/** A person's customer id, found through the nickname that the demo gave once WeChat told it. */
const queries: Record<IdKind, (merchant: string) => { own: string; other?: string }> = {
  productSlug: (merchant) => ({
    own: `select slug as id from product where merchant_id = ${merchant} and status = 'active' order by position`,
  }),
  categorySlug: (merchant) => ({
    own: `select slug as id from category where merchant_id = ${merchant} order by position`,
  }),
  sceneSlug: (merchant) => ({
    own: `select slug as id from scene where merchant_id = ${merchant} order by position`,
  }),
  orderNo: (merchant) => ordered(merchant, "orders o", "o.order_no", owners.order),
  addressId: (merchant) => ordered(merchant, "address o", "o.id", owners.order),
  commissionId: (merchant) => ({
    own: commissionsOf(merchant, "= '阿珍'"),
    other: commissionsOf(merchant, "<> '阿珍'"),
  }),
  shareCode: (merchant) => ({
    own: `select code as id from share_link where merchant_id = ${merchant} and revoked_at is null`,
  }),
  productId: (merchant) => ({ own: `select id from product where merchant_id = ${merchant}` }),
  distributorId: (merchant) => ({
    own: `select id from distributor where merchant_id = ${merchant} and status = 'approved'`,
  }),
  importId: (merchant) => ({ own: `select id from product_import where merchant_id = ${merchant}` }),
};

function ordered(merchant: string, table: string, column: string, user: string) {
  const from = `select ${column} as id from ${table}
    join wechat_identity w on w.merchant_id = o.merchant_id and w.customer_id = o.customer_id
    where o.merchant_id = ${merchant}`;
  const person = `w.open_id = any ($1)`;
  return { own: `${from} and ${person} /* ${user} */`, other: `${from} and not ${person}` };
}
