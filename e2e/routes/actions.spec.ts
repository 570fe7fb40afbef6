import { expect, test } from "@playwright/test";
import { behind } from "@/e2e/pages/behind";
import { callAction } from "@/e2e/routes/call-action";
import type { IdKind } from "@/e2e/routes/route-rule";
import { readSamples, type Samples } from "@/e2e/routes/sample-ids";
import { customerCookie, staffCookie } from "@/e2e/routes/sign-in-by-http";
import { CHENJIE } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

let samples: Record<IdKind, Samples>;
let owner = "";

test.beforeAll(async () => {
  samples = await readSamples();
  owner = await staffCookie("owner@ruoli.example");
});

test("what a form holds arrives: the shop's own stock moves", async () => {
  const { rows } = await behind(
    `select sku_id as id, on_hand from stock s join merchant_host h using (merchant_id)
     where h.host = 'localhost' order by on_hand desc limit 1`,
  );
  const [own] = rows;
  const change = { skuId: own.id, delta: "1", note: "盘点" };
  const { body } = await callAction("adjustStockAction", [], change, owner);
  expect(body).toContain('"ok":true');
  const after = await behind("select on_hand from stock where sku_id = $1", [own.id]);
  expect(after.rows[0].on_hand).toBe(own.on_hand + 1);
});

test("nobody moves the stock of another merchant", async () => {
  const { rows } = await behind(
    `select sku_id as id, on_hand from stock s join merchant_host h using (merchant_id)
     where h.host = 'tea.localhost' limit 1`,
  );
  const [foreign] = rows;
  const change = { skuId: foreign.id, delta: "1", note: "盘点" };
  const { status, body } = await callAction("adjustStockAction", [], change, owner);
  expect([status, body.includes('"ok":false')]).toEqual([200, true]);
  const after = await behind("select on_hand from stock where sku_id = $1", [foreign.id]);
  expect(after.rows[0].on_hand).toBe(foreign.on_hand);
});

test("a customer stops nobody's link but her own, in no shop", async () => {
  const cookie = await customerCookie(CHENJIE.id);
  const links = `select id from share_link where revoked_at is null
    and sharer_customer_id not in (select id from customer where nickname = $1) limit 3`;
  const { rows } = await behind(links, [CHENJIE.nickname]);
  const foreign = [...rows.map(({ id }) => id), samples.linkId.otherShops];
  for (const linkId of foreign) {
    const { status } = await callAction("revokeAction", [{ linkId, revoked: true }], {}, cookie);
    expect(status).toBe(200);
  }
  const stopped = await behind(
    "select id from share_link where id = any ($1::uuid[]) and revoked_at is not null",
    [foreign],
  );
  expect(stopped.rows).toEqual([]);
});
