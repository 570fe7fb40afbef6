import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { freePort } from "@/scripts/database/free-port";
import { getSetting, setSettings } from "@/scripts/database/process-settings";

const now = new Date("2026-06-18T08:20:00Z");
const folder = await mkdtemp(join(tmpdir(), "renhe-demo-"));
const wechatPort = await freePort();
setSettings({ STORAGE_DIR: join(folder, "storage"), PUBLIC_ORIGIN: "http://{host}:3999" });

const options = {
  log: () => {},
  dataDir: folder,
  ownerUrl: getSetting("TEST_SUPERUSER_URL") ?? "",
  demoPassword: "a password for the test",
  now,
  days: 16,
  wechatPort,
};

beforeAll(async () => {
  await emptyDatabase();
  await seedDemo(options);
}, 180_000);

afterAll(() => rm(folder, { recursive: true }));

/** The fixtures go: the demo is for an installation without any merchant. */
async function emptyDatabase(): Promise<void> {
  await asSuperuser(async (client) => {
    const { rows } = await client.query<{ tables: string }>(
      `select string_agg(format('%I', tablename), ', ') as tables from pg_tables
       where schemaname = 'public' and tablename <> '_prisma_migrations'`,
    );
    // The append-only tables refuse to be emptied by anybody who does not switch their guards off.
    await client.query("set session_replication_role = replica");
    await client.query(`truncate ${rows[0]?.tables}`);
  });
}

async function ask(sql: string): Promise<Record<string, unknown>[]> {
  return asSuperuser(async (client) => (await client.query<Record<string, unknown>>(sql)).rows);
}

/** Everything of the history that a person could see, without ids. */
function totals() {
  return ask(
    `select m.slug,
      (select jsonb_agg(jsonb_build_array(o.order_no, o.state, o.payable_fen, o.created_at, o.paid_at,
        o.shipped_at, o.received_at, o.closed_at, o.receiver_phone, o.note) order by o.order_no)
        from orders o where o.merchant_id = m.id) as orders,
      (select jsonb_agg(jsonb_build_array(c.commission_fen, c.state, c.level, c.accrued_at, c.settled_at)
        order by c.accrued_at, c.line_no, c.level, c.commission_fen) from commission c where c.merchant_id = m.id) as commissions,
      (select jsonb_agg(jsonb_build_array(l.code, l.channel) order by l.code)
        from share_link l where l.merchant_id = m.id) as links,
      (select jsonb_agg(k.clicked_at order by k.clicked_at) from share_click k where k.merchant_id = m.id) as clicks,
      (select jsonb_agg(jsonb_build_array(e.at, e.kind, p.slug, e.amount) order by e.at, e.kind, p.slug, e.amount)
        from event e left join product p on p.merchant_id = e.merchant_id and p.id = e.product_id
        where e.merchant_id = m.id) as events,
      (select jsonb_agg(jsonb_build_array(d.display_name, d.status, d.applied_at, d.decided_at) order by d.applied_at)
        from distributor d where d.merchant_id = m.id) as distributors,
      (select jsonb_agg(jsonb_build_array(p.payout_no, p.gross_fen, p.tax_fen, p.state, p.requested_at, p.ended_at)
        order by p.payout_no) from payout p where p.merchant_id = m.id) as payouts,
      (select jsonb_agg(jsonb_build_array(r.out_refund_no, r.amount_fen, r.state) order by r.out_refund_no)
        from refund r where r.merchant_id = m.id) as refunds,
      (select sum(t.amount_fen) from ledger_transfer t where t.merchant_id = m.id) as moved_fen,
      (select sum(s.on_hand * 1000 + s.reserved) from stock s where s.merchant_id = m.id) as stock
    from merchant m order by m.slug`,
  );
}

test("both shops are open, with their hosts, staff, shelves and policies", async () => {
  expect(await ask("select host, is_primary from merchant_host order by host")).toEqual([
    { host: "127.0.0.1", is_primary: false },
    { host: "localhost", is_primary: true },
    { host: "tea.localhost", is_primary: true },
  ]);
  expect(await ask("select email from staff order by email")).toHaveLength(8);
  const [shelf] = await ask(
    "select count(distinct p.id)::int as products, count(distinct pp.picture_id)::int as pictures from product p join product_picture pp on pp.product_id = p.id where p.status = 'active'",
  );
  expect(shelf?.products).toBeGreaterThan(24);
  expect(shelf?.pictures).toBeGreaterThan(50);
  const policies = await ask(
    `select distinct on (merchant_id) attribution_mode::text as mode, level2_enabled, level2_confirmed_by is not null as confirmed
     from merchant_policy order by merchant_id, version desc`,
  );
  expect(policies).toEqual(
    Array(2).fill({ mode: "last_touch", level2_enabled: true, confirmed: true }),
  );
});

test("there is an order in every state that the demo shows, and a distributor in every status", async () => {
  const states = await ask(
    "select distinct o.state::text as state from orders o join merchant m on m.id = o.merchant_id and m.slug = 'ruoli' order by 1",
  );
  const shown = ["awaiting_payment", "closed", "paid", "received", "shipped"];
  expect(states.map(({ state }) => state)).toEqual(expect.arrayContaining(shown));
  const statuses = await ask("select distinct status::text as status from distributor order by 1");
  expect(statuses.map(({ status }) => status)).toEqual([
    "applied",
    "approved",
    "frozen",
    "refused",
  ]);
});

test("orders come by shares over one and two levels, over hops, and without any share", async () => {
  const [found] = await ask(
    `select count(*) filter (where level1_distributor_id is null) as direct,
       count(*) filter (where level2_distributor_id is not null) as two_levels,
       count(*) filter (where link.sharer_customer_id <> d.customer_id) as hops
     from orders o
     left join share_click k on k.merchant_id = o.merchant_id and k.id = o.click_id
     left join share_link link on link.merchant_id = k.merchant_id and link.id = k.link_id
     left join distributor d on d.merchant_id = o.merchant_id and d.id = o.level1_distributor_id`,
  );
  expect(Object.values(found ?? {}).map(Number)).toEqual([
    expect.toSatisfy((count: number) => count > 5),
    expect.toSatisfy((count: number) => count > 5),
    expect.toSatisfy((count: number) => count > 0),
  ]);
});

test("nothing stands beside the commands: what they write with an order is there for each", async () => {
  const strays = await ask(
    `select o.order_no from orders o
     left join payment p on p.merchant_id = o.merchant_id and p.order_id = o.id and p.state = 'success'
     where o.paid_at is not null and (p.id is null
       or not exists (select from inbox_event e where e.merchant_id = o.merchant_id
         and e.outcome = 'applied' and e.detail->>'paymentId' = p.id::text)
       or not exists (select from ledger_transfer t where t.merchant_id = o.merchant_id
         and t.reference_id in (p.id, o.id))
       or not exists (select from audit_entry a where a.merchant_id = o.merchant_id
         and a.object_id = o.id and a.action = 'order.pay'))
     union all
     select o.order_no from orders o where not exists (select from audit_entry a
       where a.merchant_id = o.merchant_id and a.object_id = o.id and a.action = 'order.place')
     union all
     select d.display_name from distributor d where d.status <> 'applied' and not exists (
       select from audit_entry a where a.merchant_id = d.merchant_id and a.object_id = d.id
         and a.action in ('distributor.approve', 'distributor.refuse'))`,
  );
  expect(strays).toEqual([]);
  const [open] = await ask(
    "select (select count(*) from outbox_message where done_at is null) as jobs, (select count(*) from audit_entry) - (select count(*) from audit_seal) as unsealed",
  );
  expect(open).toEqual({ jobs: "0", unsealed: "0" });
});

test("the pages told of everybody who came: who ordered has been at the checkout, and more look than buy", async () => {
  const silent = await ask(
    `select o.order_no from orders o join visitor v on v.merchant_id = o.merchant_id and v.customer_id = o.customer_id
     where not exists (select from event e join visitor w on w.merchant_id = e.merchant_id and w.id = e.visitor_id
       where e.merchant_id = o.merchant_id and w.customer_id = o.customer_id and e.kind = 'checkout'
         and e.at between o.created_at - interval '2 minutes' and o.created_at)`,
  );
  expect(silent).toEqual([]);
  const untimely = await ask(
    "select id from event where received_at < at or received_at > at + interval '1 hour'",
  );
  expect(untimely).toEqual([]);
  const perProduct = await ask(
    `select p.slug, count(*) filter (where e.kind = 'view')::int as views, count(*) filter (where e.kind = 'cart')::int as carts
     from event e join product p on p.merchant_id = e.merchant_id and p.id = e.product_id
     join merchant m on m.id = e.merchant_id and m.slug = 'ruoli' group by 1 order by 2 desc`,
  );
  const views = perProduct.map((row) => Number(row.views));
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0);
  // The first quarter of the products has two fifths of the views.
  expect(sum(views.slice(0, views.length / 4)) * 5).toBeGreaterThan(sum(views) * 2);
  expect(perProduct.every((row) => Number(row.carts) <= Number(row.views))).toBe(true);
});

test("the board of anomalies finds bought openings and a seller who is their own customer, by its own rules", async () => {
  const [shop] = await ask("select id from merchant where slug = 'ruoli'");
  const merchantId = authorizeMerchantId(String(shop?.id));
  // Loaded late, as the seed loads its commands.
  const { rollUpDays } = await import("@/features/insights/commands/roll-up-days");
  const { refreshAnomalies } = await import("@/features/insights/commands/refresh-anomalies");
  await rollUpDays(merchantId, { from: "2026-06-01", to: "2026-06-19" }, now);
  await refreshAnomalies(merchantId, now);
  const found = await ask(
    `select d.display_name as name, f.anomalies[1] as why from anomaly_finding f
     join distributor d on d.merchant_id = f.merchant_id and d.id = f.distributor_id
     where to_day - from_day = 30 order by name`,
  );
  expect(found).toEqual([
    { name: "推广小能手", why: "clicks_without_orders" },
    { name: "阿满优选", why: "own_customer" },
  ]);
});

test("WeChat's side lies with the sandbox, for nobody else to read", async () => {
  const path = join(folder, "sandbox", "accounts.json");
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const accounts = JSON.parse(await readFile(path, "utf8"));
  expect(accounts).toMatchObject([
    { name: "箬里粽坊", jsDomains: ["localhost"], payDirectories: ["localhost:3999/"] },
    { name: "云脚茶铺", jsDomains: ["tea.localhost"], payDirectories: ["tea.localhost:3999/"] },
  ]);
  const users = JSON.parse(await readFile(join(folder, "sandbox", "users.json"), "utf8"));
  expect(users).toContainEqual({ id: "azhen", nickname: "阿珍", real_name: "陈佩珍" });
});

test("WeChat remembers every payment of the history to the fen", async () => {
  const memory = new DatabaseSync(join(folder, "sandbox", "sandbox.db"), { readOnly: true });
  const paid = memory
    .prepare("select out_trade_no, total from orders where state <> 'CLOSED' order by 1")
    .all();
  memory.close();
  const payments = await ask(
    "select out_trade_no, amount_fen::int as total from payment where state = 'success' order by out_trade_no collate \"C\"",
  );
  expect(paid.map((row) => ({ ...row }))).toEqual(payments);
});

test("withdrawals went through WeChat, which knows each with its amount and its end; one waits for 阿珍", async () => {
  const memory = new DatabaseSync(join(folder, "sandbox", "sandbox.db"), { readOnly: true });
  const sent = memory
    .prepare("select out_bill_no, amount, state from transfers order by out_bill_no")
    .all();
  memory.close();
  const payouts = await ask(
    `select payout_no as out_bill_no, net_fen::int as amount,
       case state when 'paid' then 'SUCCESS' when 'awaiting_confirmation' then 'WAIT_USER_CONFIRM'
         else 'FAIL' end as state
     from payout where sent_at is not null and channel = 'wechat' order by payout_no collate "C"`,
  );
  expect(sent.map((row) => ({ ...row }))).toEqual(payouts);
  const waiting = await ask(
    `select d.display_name as name, p.package_info <> '' as can_be_confirmed from payout p
     join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
     where p.state = 'awaiting_confirmation'`,
  );
  expect(waiting).toEqual([{ name: "阿珍", can_be_confirmed: true }]);
});

test("refunds were asked for by staff, reported by WeChat's signed notification, and stand in its books", async () => {
  const memory = new DatabaseSync(join(folder, "sandbox", "sandbox.db"), { readOnly: true });
  const known = memory
    .prepare("select out_refund_no, refund as amount, status from refunds order by out_refund_no")
    .all();
  memory.close();
  const refunds = await ask(
    `select out_refund_no, amount_fen::int as amount, upper(state::text) as status from refund
     order by out_refund_no collate "C"`,
  );
  expect(known.map((row) => ({ ...row }))).toEqual(refunds);
  expect(refunds.length).toBeGreaterThan(3);
});

test("it refuses an installation that has a merchant, and production", async () => {
  await expect(seedDemo(options)).rejects.toThrow("there is a merchant already");
  setSettings({ RENHE_ENV: "production" });
  await expect(seedDemo(options)).rejects.toThrow("no demo is made in production");
  setSettings({ RENHE_ENV: "" });
});

test("the same seed makes the same history again, another seed another one", async () => {
  const first = await totals();
  await emptyDatabase();
  await seedDemo({ ...options, pictures: false });
  expect(await totals()).toEqual(first);
  await emptyDatabase();
  await seedDemo({ ...options, pictures: false, seed: "another" });
  expect(await totals()).not.toEqual(first);
}, 180_000);
