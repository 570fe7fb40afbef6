import { v4 } from "uuid";
import { expect, test } from "vitest";
import { addDays, countDays } from "@/domain/metrics/calendar-day";
import { countedMedianTwice } from "@/domain/metrics/counted-median";
import { PEOPLE_STATES } from "@/domain/metrics/people-lists";
import { medianDaysBetweenOrdersTwice, REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { findListsAmiss, readAll } from "@/e2e/lists-add-up";
import {
  addAddress,
  addFreeFreight,
  addFriend,
  addRule,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { type Facts, plantFacts, prepareFacts, stretch } from "@/e2e/random-facts";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshCohorts } from "@/features/insights/commands/refresh-cohorts";
import { refreshDistributors } from "@/features/insights/commands/refresh-distributors";
import { refreshRepurchase } from "@/features/insights/commands/refresh-repurchase";
import { refreshShareTree } from "@/features/insights/commands/refresh-share-tree";
import { rollUpDays } from "@/features/insights/commands/roll-up-days";
import { askRepurchase } from "@/features/insights/queries/ask-repurchase";
import { countNewBuyers } from "@/features/insights/queries/count-new-buyers";
import {
  type BroughtPart,
  listBroughtPeople,
} from "@/features/insights/queries/list-brought-people";
import { listOrderGaps } from "@/features/insights/queries/list-order-gaps";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { listRepurchasePeople } from "@/features/insights/queries/list-repurchase-people";
import { readActivity } from "@/features/insights/queries/read-activity";
import { readDistributorDays } from "@/features/insights/queries/read-distributor-days";
import { readSpread } from "@/features/insights/queries/read-spread";
import { BOARD_SLICES, type Slice } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
await prepareFacts();

const seed = Number(process.hrtime.bigint() % 1_000_000n);
const stretches = 8;
const window = {
  from: shanghaiDay(stretch(1).from),
  to: shanghaiDay(stretch(stretches).from),
};

/** Small and repeatable (Numerical Recipes' constants). */
function diceOf(first: number) {
  let state = first;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function everySlice(): Promise<Slice[]> {
  const rows = await inMerchant(merchantId, (tx) => tx.slice.findMany({ where: { merchantId } }));
  const kinds = ["all", ...BOARD_SLICES] as const;
  return rows.flatMap(({ kind, key }) => {
    const ours = kinds.find((one) => one === kind);
    return ours ? [{ kind: ours, key }] : [];
  });
}

test("the orders, refunds, acts and people that a figure opens to add up to the figure, in every part of the shop", async () => {
  const facts: Facts = { acts: [], sales: [], backs: [], joins: new Map() };
  const roll = diceOf(seed);
  const buyers = [a.buyer, await addAddress(a, a.level2.customerId)];
  const visitors: string[] = [];
  await addFreeFreight(a);
  await addRule(a, { level: 1, rateBps: 1_000 }, stretch(0).from);
  await addRule(a, { level: 2, rateBps: 500 }, stretch(0).from);
  for (let n = 0; n < stretches; n += 1) {
    await plantFacts(a, facts, { n, roll, visitors, buyers });
  }
  await advanceRollUps(merchantId, new Date(stretch(stretches).to.getTime() + 180_000));
  for (const slice of await everySlice()) {
    const differing = await inMerchant(merchantId, (tx) =>
      findListsAmiss(tx, { merchantId, window, slice }),
    );
    expect({ seed, differing }).toEqual({ seed, differing: [] });
  }
});

/** Somebody who came in the first days looks around again on a later one. */
async function comeAgain(day: string): Promise<void> {
  await asSuperuser((db) => db.query("select ensure_event_partitions('2028-03-01', '2028-05-01')"));
  const at = new Date(shanghaiDayRange(day).from.getTime() + 3_600_000);
  await inMerchant(merchantId, async (tx) => {
    const { id: visitorId } = await tx.visitor.findFirstOrThrow({
      where: { merchantId, customerId: null },
      orderBy: { firstSeenAt: "asc" },
    });
    const productId = "00000000-0000-0000-0000-000000000000";
    const event = { merchantId, at, id: v4(), kind: "view" as const, visitorId, productId };
    await tx.event.create({ data: { ...event, receivedAt: at } });
  });
  await advanceRollUps(merchantId, new Date(at.getTime() + 180_000));
}

test("who came once is new, then silent, then dormant, then lost, and always known: each list holds who its figure counts", async () => {
  const slice = { kind: "all", key: "" } as const;
  const last = shanghaiDay(stretch(stretches).to);
  await comeAgain(addDays(last, 28));
  for (const days of [1, 20, 31, 45, 89, 90, 91, 200]) {
    const to = addDays(last, days);
    const asked = { merchantId, window: { from: addDays(to, -40), to }, slice, limit: 1_000 };
    await inMerchant(merchantId, async (tx) => {
      const activity = await readActivity(tx, asked, asked.window);
      const { newcomers, returning, dormant, lost, known: knownPeople } = activity;
      const counted = { newcomers, returning, dormant, lost, knownPeople };
      const listed: Record<string, number> = {};
      for (const list of PEOPLE_STATES) {
        listed[list] = (await listPeopleBehind(tx, { ...asked, list })).rows.length;
      }
      expect({ days, ...listed }).toEqual({ days, ...counted });
      expect(knownPeople).toBeGreaterThan(0);
    });
  }
});

test("who comes back how soon is what the orders say one by one, and another merchant sees none of it", async () => {
  await refreshRepurchase(merchantId);
  const { rows } = await asSuperuser((db) =>
    db.query(
      `select array_agg(to_char(at, 'YYYY-MM-DD') order by at) as days from (
        select customer_id::text as who, (paid_at at time zone 'Asia/Shanghai')::date as at from orders
        where merchant_id = $1 and paid_at is not null
        union all
        select customer_ref, (sold_at at time zone 'Asia/Shanghai')::date from history_order
        where merchant_id = $1 and kind = 'sale' and customer_ref <> ''
      ) bought group by who`,
      [merchantId],
    ),
  );
  const days: string[][] = rows.map((row) => row.days);
  const everything = { from: "2020-01-01", to: "2030-01-01" };
  const today = "2029-12-31";
  const ask = (id: typeof merchantId, asked = everything) =>
    inMerchant(id, (tx) => askRepurchase(tx, { merchantId: id, window: asked, today }));
  const found = await ask(merchantId);
  expect(found.whole.buyers).toBe(days.length);
  expect(found.whole.spans[3]?.returned).toBe(days.filter((list) => list.length > 1).length);
  expect(found.medianDaysTwice).toBe(medianDaysBetweenOrdersTwice(days));
  const gaps = days.flatMap((list) =>
    list.slice(1).map((day, at) => ({ day, value: countDays(list[at] ?? day, day), times: 1 })),
  );
  // Wherever an end cuts a dekad, and where no whole one is left.
  for (let cut = 0; cut < 12; cut += 1) {
    for (const own of [
      { from: addDays(window.from, cut - 10), to: addDays(window.to, 14) },
      { from: addDays(window.from, -14), to: addDays(window.to, cut - 2) },
      { from: addDays(window.from, 2 * cut), to: addDays(window.from, 2 * cut + 4) },
    ]) {
      const inOwn = gaps.filter(({ day }) => day >= own.from && day < own.to);
      const { medianDaysTwice } = await ask(merchantId, own);
      expect([own, medianDaysTwice]).toEqual([own, countedMedianTwice(inOwn)]);
    }
  }
  const others = await ask(b.merchantId);
  expect([others.whole.buyers, others.medianDaysTwice]).toEqual([0, null]);
});

test("each person who was brought stands in the list of their hop, of their wait and of K7, as the board counts them", async () => {
  const now = new Date(stretch(stretches).to.getTime() + 30 * 86_400_000);
  await refreshShareTree(merchantId, now);
  await inMerchant(merchantId, async (tx) => {
    const spread = await readSpread(tx, { merchantId, window, now });
    const of = async (part: BroughtPart) => {
      const ask = { merchantId, window, part, limit: 2 };
      const { count } = await listBroughtPeople(tx, ask);
      const rows = await readAll((cursor) => listBroughtPeople(tx, { ...ask, cursor }));
      expect([part, rows.length]).toEqual([part, count]);
      return count;
    };
    const all = spread.depths.reduce((sum, people) => sum + people, 0);
    expect(all).toBeGreaterThan(0);
    expect(await of({ by: "all" })).toBe(all);
    for (const [at, people] of spread.depths.entries()) {
      expect([at, await of({ by: "hop", at: at + 1 })]).toEqual([at, people]);
    }
    for (const [at, people] of spread.waits.entries()) {
      expect([at, await of({ by: "wait", at })]).toEqual([at, people]);
    }
    const { k7 } = spread;
    const days = await tx.shareDay.findMany({ where: { merchantId } });
    const inWindow = days.filter(
      ({ day }) => day >= new Date(window.from) && day < new Date(window.to),
    );
    expect([k7.ok, await of({ by: "soon" })]).toEqual([
      true,
      inWindow.reduce((sum, { soonChildren }) => sum + soonChildren, 0),
    ]);
  });
});

test("who first bought, who came back in time, and each gap between orders are listed as the board counts them", async () => {
  await refreshCohorts(merchantId);
  await refreshRepurchase(merchantId);
  const paidAt = new Date(stretch(stretches - 4).from.getTime() + 3_600_000);
  for (const hours of [0, 1]) {
    const at = new Date(paidAt.getTime() + hours * 3_600_000);
    const friend = await addFriend(a, new Date(at.getTime() - 60_000));
    const order = await placeTestOrder(a, friend, [{ skuId: a.skuIds[0], quantity: 1 }], at);
    await payTestOrder(a, order, at);
  }
  const now = stretch(stretches).to;
  await rollUpDays(merchantId, window, now);
  await refreshDistributors(merchantId, now);
  const today = addDays(window.to, 100);
  await inMerchant(merchantId, async (tx) => {
    const ask = { merchantId, window, today, limit: 2 };
    const { whole, medianDaysTwice } = await askRepurchase(tx, ask);
    const { count, rows } = await listRepurchasePeople(tx, { ...ask, within: null, limit: 1_000 });
    expect([count, rows.length]).toEqual([whole.buyers, whole.buyers]);
    expect(whole.buyers).toBeGreaterThan(0);
    for (const [at, within] of REPURCHASE_DAYS.entries()) {
      const returned = await readAll((cursor) =>
        listRepurchasePeople(tx, { ...ask, within, cursor }),
      );
      expect([within, returned.length]).toEqual([within, whole.spans[at]?.returned]);
    }
    const gaps = await readAll((cursor) => listOrderGaps(tx, { ...ask, cursor }));
    const counted = gaps.map(({ gapDays: value, times }) => ({ value, times }));
    expect(countedMedianTwice(counted)).toBe(medianDaysTwice);
    const { newBuyers } = await readDistributorDays(tx, ask);
    const slices = [
      { kind: "all", key: "" },
      { kind: "distributor", key: a.level1.distributorId },
      { kind: "distributor", key: a.level2.distributorId },
    ] as const;
    expect(newBuyers).toBeGreaterThan(0);
    const won: number[] = [];
    for (const slice of slices) {
      const list = "newBuyers" as const;
      won.push(
        (await readAll((cursor) => listOrdersBehind(tx, { ...ask, slice, list, cursor }))).length,
      );
    }
    const each = [a.level1, a.level2].map(({ distributorId }) =>
      countNewBuyers(tx, { merchantId, distributorId, window }),
    );
    expect(won).toEqual([newBuyers, await each[0], await each[1]]);
  });
});
