import { beforeAll, expect, test } from "vitest";
import { fillMerchant } from "@/bench/generator/fill-merchant";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { runInvariants } from "@/scripts/database/run-invariants";

const { a } = await testMerchants();
const orders = 500;
const events = 5_000;

beforeAll(async () => {
  const size = { orders, events, audit: true, lastDay: "2026-11-21", seed: 7 };
  const plan = { merchantId: a.merchantId, ...size };
  await asSuperuser((client) => fillMerchant(client, plan, () => undefined));
});

const ask = (sql: string) =>
  asSuperuser(async (client) => (await client.query({ text: sql, rowMode: "array" })).rows);

test("a generated shop could have come about: no invariant finds anything", async () => {
  const results = await asSuperuser(runInvariants);
  expect(results.filter(({ rowCount }) => rowCount > 0)).toEqual([]);
});

test("it has as many orders and events as asked for, over its 400 days and no further", async () => {
  const [counts] = await ask(
    `select (select count(*)::int from orders), (select count(*)::int from event),
       (select count(*)::int from event, testing.scale where at < since or at >= until_at),
       (select count(*)::int from orders, testing.scale where created_at < since or created_at >= until_at)`,
  );
  expect(counts).toEqual([orders, events, 0, 0]);
});

test("links hang on links, customers on distributors, refunds and payouts are there", async () => {
  const [counts] = await ask(
    `select (select count(*)::int from share_link where parent_link_id is not null),
       (select count(*)::int from distributor where parent_distributor_id is not null),
       (select count(*)::int from orders where level2_distributor_id is not null),
       (select count(*)::int from refund), (select count(*)::int from payout where state = 'paid')`,
  );
  for (const count of counts ?? []) expect(count).toBeGreaterThan(0);
});

test("nobody acts before the first visit, and no link is opened before it is there", async () => {
  const [counts] = await ask(
    `select (select count(*)::int from event e join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
         where e.at < v.first_seen_at),
       (select count(*)::int from share_click c join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
         where c.clicked_at < l.created_at),
       (select count(*)::int from orders o join customer c on c.merchant_id = o.merchant_id and c.id = o.customer_id
         where o.created_at < c.created_at)`,
  );
  expect(counts).toEqual([0, 0, 0]);
});
