import { expect, test } from "@playwright/test";
import { behind } from "@/e2e/pages/behind";
import { callAction } from "@/e2e/routes/call-action";
import { wrongIds } from "@/e2e/routes/probe-id";
import { actionRules, type IdKind } from "@/e2e/routes/route-table";
import { readSamples, type Samples } from "@/e2e/routes/sample-ids";
import { customerCookie, staffCookie } from "@/e2e/routes/sign-in-by-http";
import { CHENJIE } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

/** Fields that the actions' forms read, filled so that only the id is wrong. */
const form = {
  carrier: "顺丰速运",
  trackingNo: "SF1234567890",
  reason: "请补充说明",
  role: "warehouse",
  name: "不属于这里",
  title: "不属于这里",
  slug: "bu-shuyu-zheli",
  position: "1",
  description: "",
  parentId: "",
};

let samples: Record<IdKind, Samples>;
let owner = "";

test.beforeAll(async () => {
  samples = await readSamples();
  owner = await staffCookie("owner@ruoli.example");
});

test("an action that is called without a session does nothing but lead to the sign-in", async () => {
  const before = await countStaffDeeds();
  for (const [name, { door, id }] of Object.entries(actionRules)) {
    if (door === "everybody") continue;
    const own = id ? [samples[id].own] : [];
    const { status, body, headers } = await callAction(name, own, form, "");
    expect([name, status]).toEqual([name, status === 303 ? 303 : 200]);
    expect([name, body.includes('"ok":true') && !body.includes("/sign-in")]).toEqual([name, false]);
    expect([name, String(headers["x-action-redirect"] ?? "/sign-in")]).toEqual([
      name,
      expect.stringMatching(/sign-in|oauth\/start/),
    ]);
  }
  expect(await countStaffDeeds()).toEqual(before);
});

test("an action with another merchant's or a senseless id is refused in words and changes nothing there", async () => {
  const before = await countStaffDeeds("tea.localhost");
  for (const [name, { door, id }] of Object.entries(actionRules)) {
    if (!id || door !== "staff") continue;
    for (const [why, value] of wrongIds({ id, door }, samples)) {
      const { status, body } = await callAction(name, [decoded(value)], form, owner);
      expect([name, why, value, status]).toEqual([name, why, value, 200]);
      expect([name, why, value, body.includes('"ok":false')]).toEqual([name, why, value, true]);
    }
  }
  expect(await countStaffDeeds("tea.localhost")).toEqual(before);
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

/** The value itself: outside of a path nothing is escaped, and a NUL is a NUL. */
function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** What staff did, by the audit trail. */
async function countStaffDeeds(host = "localhost"): Promise<unknown> {
  const { rows } = await behind(
    `select action, count(*)::int from audit_entry a join merchant_host h using (merchant_id)
     where h.host = $1 and a.actor_kind = 'staff' group by action order by action`,
    [host],
  );
  return rows;
}
