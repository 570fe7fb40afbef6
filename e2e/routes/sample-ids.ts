import pg from "pg";
import { browserInstance } from "@/e2e/browser-instance";
import { makePayoutEach } from "@/e2e/routes/a-payout-each";
import type { IdKind } from "@/e2e/routes/route-rule";
import { AZHEN, CHAYOU, XIAOLIN } from "@/prisma/seed/shops/demo-people";

/** What may stand for one bracket of a path. Null where the demo has nothing of the kind. */
export type Samples = {
  /** The first shop's; where things belong to people 小林's (orders, addresses) or 阿珍's (commissions). */
  own: string | null;
  otherShops: string | null;
  otherPersons: string | null;
};

/** The ids of one merchant ($1), in an order that is the same every time; $2 names a person. */
const anything: Record<IdKind, string> = {
  productSlug:
    "select slug as id from product where merchant_id = $1 and status = 'active' order by position",
  categorySlug: "select slug as id from category where merchant_id = $1 order by position",
  sceneSlug: "select slug as id from scene where merchant_id = $1 order by position",
  shareCode: `select code as id from share_link
    where merchant_id = $1 and revoked_at is null and target_kind = 'product' order by created_at`,
  productId: "select id from product where merchant_id = $1 order by position",
  distributorId:
    "select id from distributor where merchant_id = $1 and status = 'approved' order by applied_at",
  importId: "select id from product_import where merchant_id = $1 order by created_at",
  historyImportId: "select id from history_import where merchant_id = $1 order by created_at",
  staffId: "select id from staff where merchant_id = $1 and role = 'finance' order by created_at",
  // The owner's own, in the first shop the newest: the one that the tests walk around with.
  sessionId: `select s.id from staff_session s join staff p on p.merchant_id = s.merchant_id and p.id = s.staff_id
    where s.merchant_id = $1 and p.role = 'owner' and s.revoked_at is null order by s.created_at`,
  customerId: "select id from customer where merchant_id = $1 order by created_at",
  month: `select to_char(max(created_at) at time zone 'Asia/Shanghai', 'YYYY-MM') as id
    from orders where merchant_id = $1`,
  skuId: "select id from sku where merchant_id = $1 order by code",
  categoryId: "select id from category where merchant_id = $1 order by position",
  sceneId: "select id from scene where merchant_id = $1 order by position",
  freightId: "select id from freight_template where merchant_id = $1",
  linkId: "select id from share_link where merchant_id = $1 and revoked_at is null",
  storageKey: "select storage_key as id from picture where merchant_id = $1 order by created_at",
  orderNo: "select order_no as id from orders where merchant_id = $1 order by created_at desc",
  paidOrderNo: `select o.order_no as id from orders o where o.merchant_id = $1
    and o.state in ('paid', 'shipped', 'received') and o.goods_fen > o.discount_fen and not exists
      (select from refund r where r.merchant_id = o.merchant_id and r.order_id = o.id)
    order by o.created_at desc, o.order_no`,
  policyVersion:
    "select max(version)::text as id from merchant_policy where merchant_id = $1 having max(version) > 0",
  payoutId: "select id from payout where merchant_id = $1 order by requested_at",
  payoutNo: "select payout_no as id from payout where merchant_id = $1 order by requested_at desc",
  refundNo:
    "select out_refund_no as id from refund where merchant_id = $1 and state = 'abnormal' order by created_at",
  runId: "select id from payout_run where merchant_id = $1 order by proposed_at",
  purchaseOrderId: "select id from purchase_order where merchant_id = $1 order by created_at, id",
  supplierId: "select id from supplier where merchant_id = $1 order by created_at, id",
  countId: "select id from stock_count where merchant_id = $1 order by opened_at, id",
  caseId: "select id from reconciliation_case where merchant_id = $1 order by opened_at",
  reviewId: `select id from review
    where merchant_id = $1 and state = 'published' and content <> '' order by created_at, id`,
  reportId: "select id from off_platform_report where merchant_id = $1 order by created_at, id",
  // A name, the same for every merchant.
  boardTable: "select 'sales-periods' as id from merchant where id = $1",
  addressId: "select id from address where merchant_id = $1 order by created_at",
  commissionId: "select id from commission where merchant_id = $1 order by accrued_at desc",
};

const ofPerson: Partial<Record<IdKind, { nickname: string; sql: string }>> = {
  orderNo: {
    nickname: XIAOLIN.nickname,
    sql: `select o.order_no as id from orders o
      join customer c on c.merchant_id = o.merchant_id and c.id = o.customer_id
      where o.merchant_id = $1 and (c.nickname = $2) = $3 order by o.created_at desc`,
  },
  addressId: {
    nickname: XIAOLIN.nickname,
    sql: `select a.id from address a
      join customer c on c.merchant_id = a.merchant_id and c.id = a.customer_id
      where a.merchant_id = $1 and (c.nickname = $2) = $3 order by a.created_at`,
  },
  commissionId: {
    nickname: AZHEN.nickname,
    sql: `select k.id from commission k
      join distributor d on d.merchant_id = k.merchant_id and d.id = k.distributor_id
      where k.merchant_id = $1 and (d.display_name = $2) = $3 order by k.accrued_at desc`,
  },
  payoutNo: {
    nickname: AZHEN.nickname,
    sql: `select p.payout_no as id from payout p
      join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
      where p.merchant_id = $1 and (d.display_name = $2) = $3 order by p.requested_at`,
  },
};

/** The demo imports nothing: an empty import in each shop, to be looked at by the wrong people. */
const anImportEach = `insert into product_import
    (merchant_id, id, file_name, total_lines, created_at, created_by)
  select merchant_id, gen_random_uuid(), '空.csv', 0, now(), id from staff s
  where role = 'owner' and not exists
    (select from product_import i where i.merchant_id = s.merchant_id)`;

/** The same of another system's orders: a table of five columns, not yet started. */
const aHistoryImportEach = `insert into history_import
    (merchant_id, id, file_name, sha256, byte_size, preview, created_at, created_by)
  select merchant_id, gen_random_uuid(), '空.csv', repeat('0', 64), 0, '{"format":
    {"gzip": false, "encoding": "utf-8", "delimiter": ","}, "heads": ["a", "b", "c", "d", "e"],
    "rows": [["1", "2", "3", "4", "2026-01-01"]]}', now(), id from staff s
  where role = 'owner' and not exists
    (select from history_import i where i.merchant_id = s.merchant_id)`;

/** The demo's bills match: a closed case in each shop, to be looked at by the wrong people. */
const aCaseEach = `insert into reconciliation_case (merchant_id, id, bill_kind, day, kind, line_kind,
    reference, detail, state, opened_at, closed_at, resolution)
  select id, gen_random_uuid(), 'trade', '2026-01-01', 'missing_here', 'payment', 'probe', '{}', 'closed',
    now(), now(), 'probe' from merchant
  on conflict do nothing`;

/** Nobody in the demo reports anybody: a report in each shop, to be looked at by the wrong people. */
const aReportEach = `insert into off_platform_report (merchant_id, id, customer_id, about, content, created_at)
  select distinct on (merchant_id) merchant_id, gen_random_uuid(), id, '某人', '让我私下转账。', now() from customer c
  where not exists (select from off_platform_report r where r.merchant_id = c.merchant_id)
  order by merchant_id, created_at`;

/**
 * Reads, as owner of the database, one id of each kind for every way in which it can be wrong.
 * @param host of the shop whose ids are "own"; in the second one they belong to 半盏茶
 */
export async function readSamples(host = "localhost"): Promise<Record<IdKind, Samples>> {
  const client = new pg.Client({ connectionString: browserInstance().ownerUrl });
  await client.connect();
  const first = async (sql: string, values: unknown[]): Promise<string | null> =>
    (await client.query(`${sql} limit 1`, values)).rows[0]?.id ?? null;
  try {
    await client.query(anImportEach);
    await client.query(aHistoryImportEach);
    await client.query(aCaseEach);
    await client.query(aReportEach);
    await makePayoutEach();
    const shops = await client.query("select host, merchant_id as id from merchant_host");
    const idOf = (name: string) => shops.rows.find((row) => row.host === name)?.id;
    const isFirst = host === "localhost";
    const [own, other] = [idOf(host), idOf(isFirst ? "tea.localhost" : "localhost")];
    const entries: [string, Samples][] = [];
    for (const [kind, sql] of Object.entries(anything)) {
      const personal = ofPerson[kind as IdKind];
      const ask = (isTheirs: boolean) =>
        personal
          ? first(personal.sql, [own, isFirst ? personal.nickname : CHAYOU.nickname, isTheirs])
          : null;
      entries.push([
        kind,
        {
          own: personal ? await ask(true) : await first(sql, [own]),
          otherShops: await first(sql, [other]),
          otherPersons: await ask(false),
        },
      ]);
    }
    return Object.fromEntries(entries) as Record<IdKind, Samples>;
  } finally {
    await client.end();
  }
}
