import { expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { keptWindows } from "@/domain/metrics/window-preset";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, addRule } from "@/e2e/order-fixtures";
import { type Facts, plantFacts, prepareFacts, stretch } from "@/e2e/random-facts";
import { addCustomer } from "@/e2e/share-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshDistributors } from "@/features/insights/commands/refresh-distributors";
import { askDistributorsBoard } from "@/features/insights/queries/ask-distributors-board";
import { readBoardRequest } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId } = a;
const stretches = 10;
const now = new Date(stretch(stretches).to.getTime());
const seed = Number(process.hrtime.bigint() % 1_000_000n);
const roll = diceOf(seed);

/** Small and repeatable: a linear congruential generator (Numerical Recipes' constants). */
function diceOf(first: number) {
  let state = first;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

/** The plain question about one distributor, or about all of them, in [from, to). */
const plainly = `
  with sold as (
    select o.*, row_number() over (partition by o.customer_id order by o.paid_at, o.id) as nth
    from orders o where o.merchant_id = $1 and o.paid_at is not null),
  back as (
    select r.order_id, sum(l.amount_fen) as fen from refund r
    join refund_line l on l.merchant_id = r.merchant_id and l.refund_id = r.id
    where r.merchant_id = $1 and r.succeeded_at >= $3 and r.succeeded_at < $4 group by r.order_id),
  own as (select * from sold where level1_distributor_id = any($2) and paid_at >= $3 and paid_at < $4)
  select
    (select count(*)::int from own) as orders,
    (select count(distinct customer_id)::int from own) as buyers,
    (select count(*)::int from own where nth = 1) as "newBuyers",
    (select coalesce(sum(l.payable_fen), 0)::text from own o
      join order_line l on l.merchant_id = $1 and l.order_id = o.id) as "grossFen",
    (select coalesce(sum(b.fen), 0)::text from back b join sold s on s.id = b.order_id
      where s.level1_distributor_id = any($2)) as "refundFen",
    (select coalesce(sum(commission_fen), 0)::text from commission
      where merchant_id = $1 and distributor_id = any($2) and level = 1 and accrued_at >= $3 and accrued_at < $4) as "commission1Fen",
    (select coalesce(sum(commission_fen), 0)::text from commission
      where merchant_id = $1 and distributor_id = any($2) and level = 2 and accrued_at >= $3 and accrued_at < $4) as "commission2Fen",
    (select count(*)::int from share_click c join share_link l on l.merchant_id = $1 and l.id = c.link_id
      join visitor v on v.merchant_id = $1 and v.id = c.visitor_id
      join distributor d on d.merchant_id = $1 and d.customer_id = l.sharer_customer_id
      where c.merchant_id = $1 and d.id = any($2) and v.customer_id is distinct from l.sharer_customer_id
        and c.clicked_at >= $3 and c.clicked_at < $4) as openings`;

async function askPlainly(ids: readonly string[], from: string, until: string) {
  const bounds = [from, addDays(until, 1)].map((day) => `${day}T00:00:00+08:00`);
  const { rows } = await asSuperuser((db) => db.query(plainly, [merchantId, ids, ...bounds]));
  return rows[0];
}

function askBoard(values: Record<string, string>) {
  const request = readBoardRequest(values, now);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(merchantId, (tx) => askDistributorsBoard(tx, { merchantId, request, now }));
}

const text = (row: object) =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "bigint" ? String(value) : value,
    ]),
  );
const ids = [a.level1.distributorId, a.level2.distributorId];

/** Gives each of the customers to a distributor, for as long as the test's facts go on. */
async function bind(customerIds: readonly string[]) {
  await inMerchant(merchantId, (tx) =>
    tx.customerBinding.createMany({
      data: customerIds.map((customerId, at) => ({
        merchantId,
        id: newId(),
        customerId,
        distributorId: ids[at] ?? "",
        source: "manual",
        reason: "a test",
        boundBy: a.ownerId,
        boundAt: stretch(0).from,
        validUntil: stretch(100).to,
        createdAt: stretch(0).from,
      })),
    }),
  );
}

/** The kept window and one that nobody keeps. */
const today = shanghaiDay(now);
const asked = [
  { window: "last_7_days", days: [addDays(today, -6), today] },
  { window: "custom", days: [addDays(today, -4), addDays(today, -1)] },
].map(({ window, days: [from = "", until = ""] }) => ({ window, from, until }));

test("leaderboard, sums and a distributor's own page are what the facts say, kept or computed", async () => {
  await prepareFacts();
  await addFreeFreight(a);
  await addRule(a, { level: 1, rateBps: 1_000 }, stretch(0).from);
  await addRule(a, { level: 2, rateBps: 300 }, stretch(0).from);
  const facts: Facts = { acts: [], sales: [], backs: [], joins: new Map() };
  const visitors: string[] = [];
  const buyers = [a.buyer, await addAddress(a, (await addCustomer(a)).customerId)];
  await bind(buyers.map(({ customerId }) => customerId));
  for (let n = 0; n < stretches; n += 1) {
    await plantFacts(a, facts, { n, roll, visitors, buyers });
  }
  await advanceRollUps(merchantId, now);
  await refreshDistributors(merchantId, now);
  for (const { window, from, until } of asked) {
    const values = window === "custom" ? { window, from, until } : { window };
    const board = await askBoard(values);
    if (board.kind !== "all") throw new Error("not the board of all");
    expect(board.standings.rankedAt === null).toBe(window === "custom");
    for (const { name: _name, distributorId, visitors: came, ...row } of board.standings.rows) {
      const { clawedBackFen: _back, ...own } = row;
      expect({ seed, ...text(own) }).toEqual({
        seed,
        ...(await askPlainly([distributorId], from, until)),
      });
      const page = await askBoard({ ...values, slice: `distributor:${distributorId}` });
      if (page.kind !== "one") throw new Error("not the board of one");
      const { people, figures } = page.current;
      expect([page.newBuyers, people.visitors, figures.orders]).toEqual([
        row.newBuyers,
        came,
        row.orders,
      ]);
    }
    const { buyers: _buyers, ...all } = await askPlainly(ids, from, until);
    const { clawedBackFen: _back, ...sums } = board.current;
    expect({ seed, ...text(sums) }).toEqual({ seed, ...all });
  }
  const board = await askBoard({ window: "last_7_days" });
  expect(board).toMatchObject({
    stages: [
      { stage: "applied", distributors: 2 },
      { stage: "approved", distributors: 2 },
      { stage: "first_share", distributors: 2 },
      {},
      {},
    ],
  });
});

test("only windows whose days were rolled up since are ranked anew, and windows of yesterday go", async () => {
  const ranked = () =>
    inMerchant(merchantId, (tx) =>
      tx.distributorWindow.findMany({ orderBy: [{ fromDay: "asc" }, { toDay: "asc" }] }),
    );
  const refresh = (hours: number) =>
    refreshDistributors(merchantId, new Date(now.getTime() + hours * 3_600_000));
  await refresh(1);
  const before = await ranked();
  await refresh(2);
  expect(await ranked()).toEqual(before);
  await refresh(24);
  const after = await ranked();
  const names = after.map(({ fromDay, toDay }) =>
    [fromDay, toDay].map((day) => day.toISOString().slice(0, 10)).join("/"),
  );
  const wanted = keptWindows(addDays(today, 1)).map(({ from, to }) => `${from}/${to}`);
  expect(names.toSorted()).toEqual(wanted.toSorted());
});

test("another merchant's distributor is nobody", async () => {
  expect(await askBoard({ slice: `distributor:${b.level1.distributorId}` })).toEqual({
    kind: "unknown",
  });
});
