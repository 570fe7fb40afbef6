import { access, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { setSettings } from "@/scripts/database/process-settings";

const storage = await mkdtemp(join(tmpdir(), "renhe-storage-"));
setSettings({ STORAGE_DIR: storage });

// Loaded late: they read where pictures lie.
const { addFreeFreight, deliverTestOrder, payTestOrder, placeTestOrder } = await import(
  "@/e2e/order-fixtures"
);
const { bookPayout } = await import("@/e2e/booked-payout");
const { addStaff, earn, giveAccount } = await import("@/e2e/payout-fixtures");
const { addLink } = await import("@/e2e/share-fixtures");
const { signInCustomer } = await import("@/features/customers/commands/sign-in-customer");
const { freezeDistributor } = await import("@/features/distributors/commands/freeze-distributor");
const { erasePerson } = await import("@/features/persons/commands/erase-person");
const { exportPerson } = await import("@/features/persons/commands/export-person");
const { listTaxStatements } = await import("@/features/payouts/queries/list-tax-statements");
const { inMerchant } = await import("@/lib/db/in-merchant");
const { newId } = await import("@/lib/ids/new-id");
const { secureRandom } = await import("@/lib/ids/random-code");

const { a, b } = await testMerchants();
const { merchantId } = a;
const { customerId, distributorId, openId } = a.level1;
const on = (day: string) => new Date(`2026-${day}T04:00:00.000Z`);
/** The withdrawal is of March; what is owed to the tax office for it is nothing. */
const april = on("04-02");
const march = on("03-10");

/** By which one knows the person, each in as many places as the product writes it to. */
const words = {
  nickname: "别号赛雪",
  avatar: "https://wx.qlogo.example/saixue.png",
  unionId: "union-of-saixue",
  openId,
  sealedName: "赛雪本名",
  formerName: "赛雪曾用名",
  receiver: "收货赛雪",
  phone: "13912340987",
  detail: "梧桐弄 77 号 3 单元",
  note: "请放门口赛雪收",
  shopName: "赛雪的小店",
  application: "我是赛雪，做团购五年",
  decision: "赛雪资料齐全",
  frozen: "赛雪换了手机",
  binding: "赛雪到店说明",
  review: "赛雪说很好吃",
  answer: "谢谢赛雪",
  nps: "赛雪会推荐",
  report: "有人私下加赛雪微信",
  refundNote: "赛雪来电说少了一个",
  bank: "赛雪家楼下支行",
  card: "6225880000000001",
  tag: "赛雪要回访",
};

/** The words that stand in any row of any table of the shop, found as the database's superuser. */
async function wordsInDatabase(): Promise<string[]> {
  return asSuperuser(async (db) => {
    const { rows: tables } = await db.query(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
       where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'testing')`,
    );
    const found = new Set<string>();
    for (const { name } of tables) {
      const sql = `select word from unnest($1::text[]) word
        where exists (select from ${name} r where strpos(r::text, word) > 0)`;
      const { rows } = await db.query(sql, [Object.values(words)]);
      for (const { word } of rows) found.add(word);
    }
    return [...found].sort();
  });
}

/** One who bought, reviewed, complained, sold and was paid. */
async function live(shop: TestMerchant): Promise<void> {
  await addFreeFreight(shop);
  const addressId = newId();
  const region = { regionCode: "330106", province: "浙江省", city: "杭州市", district: "西湖区" };
  await inMerchant(merchantId, async (tx) => {
    const where = { merchantId_id: { merchantId, id: customerId } };
    await tx.customer.update({
      where,
      data: { nickname: words.nickname, avatarUrl: words.avatar },
    });
    await tx.wechatIdentity.updateMany({ where: { customerId }, data: { unionId: words.unionId } });
    const { receiver: receiverName, phone, detail } = words;
    const place = { receiverName, phone, detail, ...region };
    await tx.address.create({
      data: { merchantId, id: addressId, customerId, ...place, createdAt: march },
    });
  });
  await addLink(shop, customerId);
  const buyer = { customerId, addressId };
  const order = await placeTestOrder(shop, buyer, [{ skuId: shop.skuIds[0], quantity: 1 }], march);
  await payTestOrder(shop, order, march);
  await deliverTestOrder(shop, order, march);
  await writeWords(order.orderId);
  await giveAccount(shop, shop.level1, march, { realName: words.formerName, serial: 2 });
  await earn(shop, shop.level1, 10_000n, march);
}

/** A withdrawal under the number of today, and then another number. */
async function bePaid(shop: TestMerchant): Promise<void> {
  const account = await inMerchant(merchantId, (tx) => tx.payoutAccount.findFirst());
  if (!account) throw new Error("no account");
  const payout = { distributorId, openId, grossFen: 10_000n, requestedAt: march };
  const { idNumberHash } = account;
  await bookPayout(shop, { ...payout, end: "paid", columns: { idNumberHash } });
  await giveAccount(shop, shop.level1, march, { realName: words.sealedName, bank: true });
  await inMerchant(merchantId, (tx) =>
    tx.payoutAccount.updateMany({ where: { distributorId }, data: { bankName: words.bank } }),
  );
}

/** The fixture lets one and the same person pay everything. */
const payer = `update payment set payer_open_id = $1
  where payer_open_id <> '' and order_id in (select id from orders where customer_id = $2)`;

async function writeWords(orderId: string): Promise<void> {
  const { answer, application, binding, decision, frozen, note, nps } = words;
  await asSuperuser(async (db) => {
    const say = (sql: string, values: unknown[]) => db.query(sql, values);
    await say("update orders set note = $1 where id = $2", [note, orderId]);
    await say(payer, [openId, customerId]);
    await say(
      `update distributor set display_name = $1, application_text = $2, decision_reason = $3,
         payouts_frozen_reason = $4 where id = $5`,
      [words.shopName, application, decision, frozen, distributorId],
    );
    await say(
      `insert into review (merchant_id, id, order_id, line_no, product_id, customer_id, score, content, state,
         answer, created_at, changed_at, answered_at)
       select merchant_id, gen_random_uuid(), order_id, line_no, product_id, $1, 5, $2, 'published', $3, $4, $4, $4
       from order_line where order_id = $5`,
      [customerId, words.review, answer, march, orderId],
    );
    await say("insert into customer_tag values ($1, $2, $3, $4)", [
      ...[merchantId, customerId, words.tag, march],
    ]);
    await say("insert into nps_answer values ($1, $2, $3, 9, $4, $5)", [
      ...[merchantId, orderId, customerId, nps, march],
    ]);
    await say(
      `insert into off_platform_report (merchant_id, id, customer_id, content, created_at)
       values ($1, gen_random_uuid(), $2, $3, $4)`,
      [merchantId, customerId, words.report, march],
    );
    await say(
      `insert into customer_binding (merchant_id, id, customer_id, distributor_id, source, reason, bound_at,
         valid_until, created_at, bound_by)
       values ($1, gen_random_uuid(), $2, $3, 'manual', $4, $5, $6, $5, $7)`,
      [merchantId, customerId, a.level2.distributorId, binding, march, april, a.ownerId],
    );
    await say(
      `insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, amount_fen, state, reason,
         note, created_at, closed_at)
       select merchant_id, order_id, order_id, id, mch_id, 'R-of-saixue', 1, 'closed', '少发', $1, $2, $2
       from payment where order_id = $3`,
      [words.refundNote, march, orderId],
    );
    await say(
      `insert into refund_line (merchant_id, refund_id, order_id, line_no, amount_fen)
       values ($1, $2, $2, 1, 1)`,
      [merchantId, orderId],
    );
  });
}

const owner = (at: Date, steppedUp = true) => addStaff(a, at, steppedUp);
const erase = async (at: Date) => erasePerson(await owner(at), customerId, at);
const under_way = (obstacle: object) => ({ ok: false, reason: "under_way", obstacle });
const kept = (kind: string) =>
  asSuperuser(async (db) => {
    const { rows } = await db.query(
      `select (select json_agg(t order by t.id) from ledger_transfer t)::text as ledger,
         (select json_agg(json_build_array(o.id, o.state, o.payable_fen, o.paid_fen, o.province) order by o.id)
           from orders o)::text as orders,
         (select json_agg(json_build_array(p.id, p.gross_fen, p.tax_fen, p.tax_month, p.id_number_hash) order by p.id)
           from payout p)::text as payouts,
         (select json_agg(json_build_array(r.score, r.product_id)) from review r)::text as stars`,
    );
    return rows[0][kind] as string;
  });

test("nobody is forgotten while goods, money or tax of theirs are under way, and what it is is named", async () => {
  await live(a);
  const lines = [{ skuId: a.skuIds[1], quantity: 1 }];
  const addressId = (
    await inMerchant(merchantId, (tx) => tx.address.findFirstOrThrow({ where: { customerId } }))
  ).id;
  const order = await placeTestOrder(a, { customerId, addressId }, lines, march);
  expect(await erase(march)).toEqual(under_way({ reason: "order_open", orderNo: order.orderNo }));
  await payTestOrder(a, order, march);
  await asSuperuser((db) => db.query(payer, [openId, customerId]));
  expect(await erase(march)).toMatchObject({ obstacle: { reason: "order_open" } });
  await deliverTestOrder(a, order, march);
  const setRefund = (state: string) =>
    asSuperuser((db) => db.query("update refund set state = $1::refund_state", [state]));
  await setRefund("abnormal");
  expect(await erase(march)).toMatchObject({ obstacle: { reason: "refund_open" } });
  await setRefund("closed");
  expect(await erase(march)).toEqual(under_way({ reason: "commission_owed", owedFen: 10_000n }));
  await bePaid(a);
  expect(await erase(march)).toEqual(under_way({ reason: "tax_open", month: "2026-03" }));
  const friends = { customerId: a.buyer.customerId, addressId: a.addressId };
  const coming = await placeTestOrder(a, friends, lines, april);
  const soldBy = "update orders set level1_distributor_id = $1 where id = $2";
  const sellThrough = (whom: string | null) =>
    asSuperuser((db) => db.query(soldBy, [whom, coming.orderId]));
  await sellThrough(distributorId);
  expect(await erase(april)).toEqual(under_way({ reason: "commission_coming" }));
  await sellThrough(null);
});

test("everything that the shop holds of the person leaves in one file, after the password, on record, and of nobody else", async () => {
  expect(await exportPerson(await owner(april, false), customerId, april)).toEqual({
    ok: false,
    reason: "step_up_needed",
  });
  const exported = await exportPerson(await owner(april), customerId, april);
  if (!exported.ok) throw new Error(exported.reason);
  // What staff noted for themselves is not the person's to read; everything else is.
  const { binding, frozen, refundNote, tag, ...theirs } = words;
  expect(Object.values(theirs).filter((word) => !exported.json.includes(word))).toEqual([]);
  const staffs = [binding, frozen, refundNote, tag];
  expect(staffs.filter((word) => exported.json.includes(word))).toEqual([]);
  expect(exported.json).not.toContain(a.buyer.openId);
  expect(await exportPerson(await addStaff(b, april), customerId, april)).toEqual({
    ok: false,
    reason: "not_found",
  });
  const where = { action: "person.export", objectId: customerId };
  expect(await inMerchant(merchantId, (tx) => tx.auditEntry.count({ where }))).toBe(1);
});

test("who is forgotten stands in no row of any table, and what the law keeps is unchanged", async () => {
  const { sealedName, formerName, card, ...plain } = words;
  expect(await wordsInDatabase()).toEqual(Object.values(plain).sort());
  const kinds = ["ledger", "orders", "payouts", "stars"];
  const before = await Promise.all(kinds.map(kept));
  const poster = join(storage, "posters", "aa", "a.png");
  await mkdir(join(storage, "posters", "aa"), { recursive: true });
  await writeFile(poster, "the name in a picture");

  expect(await erasePerson(await addStaff(b, april), customerId, april)).toMatchObject({
    reason: "not_found",
  });
  expect(await erasePerson(await owner(april, false), customerId, april)).toMatchObject({
    reason: "step_up_needed",
  });
  expect(await wordsInDatabase()).toEqual(Object.values(plain).sort());
  expect(await erase(april)).toEqual({ ok: true });

  expect(await wordsInDatabase()).toEqual([]);
  const exported = await exportPerson(await owner(april), customerId, april);
  if (!exported.ok) throw new Error(exported.reason);
  // The sealed ones as well: nothing is left to be opened.
  expect([sealedName, formerName, card].filter((word) => exported.json.includes(word))).toEqual([]);
  expect(await Promise.all(kinds.map(kept))).toEqual(before);
  await expect(access(poster)).rejects.toThrow();
});

test("who is forgotten is signed out, sells no more, and comes back as somebody new; what is left of their tax can be read", async () => {
  const facts = await inMerchant(merchantId, async (tx) => ({
    sessions: await tx.customerSession.count({ where: { customerId, revokedAt: null } }),
    links: await tx.shareLink.count({ where: { sharerCustomerId: customerId, revokedAt: null } }),
    others: await tx.distributor.findFirst({
      where: { id: a.level2.distributorId },
      select: { status: true },
    }),
    statements: await listTaxStatements(tx, { merchantId, distributorId, year: 2026 }),
  }));
  expect(facts).toMatchObject({ sessions: 0, links: 0, others: { status: "approved" } });
  expect(facts.statements).toMatchObject([{ maskedName: "", idNumberTail: "", grossFen: 10_000n }]);
  const unfreeze = { distributorId, freeze: false, reason: "" };
  expect(
    await freezeDistributor({ merchantId, staffId: a.ownerId }, unfreeze, april),
  ).toMatchObject({ ok: false });
  const again = await signInCustomer(
    merchantId,
    {
      appId: a.wechatCredentials.appId,
      wechatOpenId: openId,
      wechatUnionId: null,
      visitorId: a.level1.visitorId,
      profile: null,
    },
    { now: april, random: secureRandom },
  );
  expect(again.customerId).not.toBe(customerId);
  expect(again.visitorId).not.toBe(a.level1.visitorId);
});
