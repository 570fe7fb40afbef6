import { v4 } from "uuid";
import { expect, test } from "vitest";
import { HOP_WAIT_MINUTES, halfWithin } from "@/domain/metrics/hop-wait";
import { measure } from "@/domain/metrics/metric-list";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { addClick, addLink } from "@/e2e/share-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshShareTree } from "@/features/insights/commands/refresh-share-tree";
import { shareTreeFigures } from "@/features/insights/components/share-tree-figures";
import { askOwnShareTree } from "@/features/insights/queries/ask-own-share-tree";
import { askShareGraph } from "@/features/insights/queries/ask-share-graph";
import { askSpreadBoard } from "@/features/insights/queries/ask-spread-board";
import { readBoardRequest } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId } = a;
const start = new Date("2026-06-01T00:00:00.000+08:00").getTime();
const hoursLater = (hours: number) => new Date(start + hours * 3_600_000);
const now = hoursLater(24 * 30);

async function addPerson(nickname: string, firstSeenAt: Date) {
  const [customerId, visitorId] = [newId(), v4()];
  await inMerchant(merchantId, async (tx) => {
    const customer = { merchantId, id: customerId, nickname, createdAt: firstSeenAt };
    await tx.customer.create({ data: customer });
    const joined = { customerId, joinedAt: firstSeenAt };
    await tx.visitor.create({ data: { merchantId, id: visitorId, firstSeenAt, ...joined } });
  });
  return { customerId, visitorId };
}

/** Sun brings An after an hour and Cheng after nine days; An brings Bao; later Sun opens An's link too. */
const sun = await addPerson("孙源", hoursLater(0));
const an = await addPerson("安然", hoursLater(1));
const bao = await addPerson("包容", hoursLater(5));
const cheng = await addPerson("程远", hoursLater(9 * 24));
const alone = await addPerson("独行", hoursLater(2));
const bySun = await addLink(a, sun.customerId);
const byAn = await addLink(a, an.customerId);
for (const [linkId, { visitorId }, hours] of [
  [bySun, an, 1],
  [byAn, bao, 5],
  [bySun, cheng, 9 * 24],
  [byAn, sun, 10 * 24],
] as const) {
  await addClick(a, { linkId, visitorId, clickedAt: hoursLater(hours) });
}
await addFreeFreight(a);
await addRule(a, { level: 1, rateBps: 1_000 }, hoursLater(0));
const order = await placeTestOrder(
  a,
  a.buyer,
  [{ skuId: a.skuIds[0], quantity: 2 }],
  hoursLater(3),
);
await payTestOrder(a, order, hoursLater(4));
await advanceRollUps(merchantId, now);
await refreshShareTree(merchantId, now);

function askBoard(at: Date) {
  const request = readBoardRequest({ from: "2026-06-01", until: "2026-06-02" }, at);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(merchantId, (tx) => askSpreadBoard(tx, { merchantId, request, now: at }));
}

test("the board counts who shared, was brought, how deep, how fast and K7 as the clicks say", async () => {
  const { current, whole, periods } = await askBoard(now);
  const figures = ["sharers", "brought", "openings", "openedLinks", "reshareRate"] as const;
  expect(figures.map((metric) => measure(metric, current).value)).toEqual([2, 2, 2, 2, 5_000]);
  // Who buys in the fixtures came as well: both sharers are among the five visitors.
  expect(measure("shareRate", current).value).toBe(4_000);
  expect(periods.map(({ measures }) => measures.people.brought)).toEqual([2, 0]);
  expect(whole?.now.depths).toEqual([1, 1]);
  const waits = HOP_WAIT_MINUTES.map((minutes, at) => [minutes, whole?.now.waits[at]]);
  expect(waits.filter(([, people]) => people)).toEqual([
    [180, 1],
    [360, 1],
  ]);
  expect(halfWithin(whole?.now.waits ?? [])).toBe(180);
  // Sun, An, Bao and the one who came alone were first seen; two of them were brought within seven days.
  expect(whole?.now.k7).toEqual({ ok: true, people: 4, brought: 2, kBps: 5_000 });
  expect((await askBoard(hoursLater(24 * 8))).whole?.now.k7.ok).toBe(false);
});

test("the share of sales that came by shares is that of the orders whose click was on a link", async () => {
  const { rows } = await asSuperuser((db) =>
    db.query(
      `select coalesce(sum(l.payable_fen) filter (where o.click_id is not null), 0)::text as shared,
        sum(l.payable_fen)::text as all
       from orders o join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
       where o.merchant_id = $1 and o.paid_at >= $2`,
      [merchantId, hoursLater(0)],
    ),
  );
  const { whole } = await askBoard(now);
  const shared = (BigInt(rows[0].shared) * 10_000n) / BigInt(rows[0].all);
  expect(whole?.salesShare).toEqual({ unit: "bps", value: Number(shared) });
});

test("the tree opens from a person and a link, with everything below; what is not this merchant's is not there", async () => {
  const ask = (start: { personId: string } | { linkId: string } | null) =>
    inMerchant(merchantId, (tx) => askShareGraph(tx, { merchantId, start, page: 0 }));
  const fromSun = await ask({ personId: sun.customerId });
  expect(fromSun?.people.map(({ name, belowPeople }) => [name, belowPeople])).toEqual([
    ["安然", 1],
    ["程远", 0],
  ]);
  if (!fromSun) throw new Error("no tree");
  const figures = shareTreeFigures(fromSun);
  expect([figures.treePeople.value, figures.treeDepth.value, figures.treeBreadth.value]).toEqual([
    3, 2, 2,
  ]);
  expect([figures.treeReshareRate.value, figures.treeK7.value]).toEqual([3_333, 3_333]);
  const fromAn = await ask({ linkId: byAn });
  expect(fromAn?.path.map(({ name }) => name)).toEqual(["孙源", "安然"]);
  expect(fromAn?.people.map(({ personId }) => personId)).toEqual([bao.customerId]);
  const roots = await ask(null);
  expect(roots?.people.map(({ personId }) => personId)).toEqual([sun.customerId]);
  // Somebody who brought nobody and whom nobody brought is a tree of one.
  const ofOne = await ask({ personId: alone.customerId });
  expect(ofOne).toMatchObject({ start: { person: { personId: alone.customerId } }, people: [] });
  const elsewhere = await inMerchant(b.merchantId, (tx) =>
    askShareGraph(tx, { merchantId: b.merchantId, start: { personId: sun.customerId }, page: 0 }),
  );
  expect(elsewhere).toBeNull();
});

test("a distributor sees only who lies below them, masked", async () => {
  const ask = (customerId: string, personId: string | null) =>
    inMerchant(merchantId, (tx) =>
      askOwnShareTree(tx, { merchantId, customerId, personId, page: 0 }),
    );
  const own = await ask(sun.customerId, null);
  expect(own?.totals).toMatchObject({ people: 3, hops: 2 });
  expect(own?.people.map(({ name }) => name)).toEqual(["安**", "程**"]);
  const further = await ask(sun.customerId, an.customerId);
  expect(further?.path.map(({ name }) => name)).toEqual(["安**"]);
  expect(further?.people.map(({ name }) => name)).toEqual(["包**"]);
  expect(await ask(an.customerId, cheng.customerId)).toBeNull();
  expect(await ask(an.customerId, sun.customerId)).toBeNull();
  expect((await ask(alone.customerId, null))?.totals.people).toBe(0);
});
