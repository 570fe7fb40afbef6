import { expect, test } from "vitest";
import { ACT_LIST_NAMES, isPersonActList } from "@/domain/metrics/act-lists";
import { addDays } from "@/domain/metrics/calendar-day";
import { countedMedianTwice } from "@/domain/metrics/counted-median";
import { divideToNearest } from "@/domain/metrics/divide-to-nearest";
import { knownMeasures } from "@/domain/metrics/known-measures";
import type { Measures, People } from "@/domain/metrics/measures";
import { measure } from "@/domain/metrics/metric-list";
import { ORDER_LIST_NAMES, ORDER_LISTS } from "@/domain/metrics/order-lists";
import { PEOPLE_LISTS, PEOPLE_STATES } from "@/domain/metrics/people-lists";
import { medianDaysBetweenOrdersTwice, REPURCHASE_DAYS } from "@/domain/metrics/repurchase";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, addRule } from "@/e2e/order-fixtures";
import { type Facts, plantFacts, prepareFacts, stretch } from "@/e2e/random-facts";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshCohorts } from "@/features/insights/commands/refresh-cohorts";
import { refreshDistributors } from "@/features/insights/commands/refresh-distributors";
import { refreshRepurchase } from "@/features/insights/commands/refresh-repurchase";
import { refreshShareTree } from "@/features/insights/commands/refresh-share-tree";
import { askRepurchase } from "@/features/insights/queries/ask-repurchase";
import { countNewBuyers } from "@/features/insights/queries/count-new-buyers";
import { listActsBehind } from "@/features/insights/queries/list-acts-behind";
import {
  type BroughtPart,
  listBroughtPeople,
} from "@/features/insights/queries/list-brought-people";
import { listLinksBehind } from "@/features/insights/queries/list-links-behind";
import { listOrderGaps } from "@/features/insights/queries/list-order-gaps";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { listRepurchasePeople } from "@/features/insights/queries/list-repurchase-people";
import { type Activity, readActivity } from "@/features/insights/queries/read-activity";
import { readDistributorDays } from "@/features/insights/queries/read-distributor-days";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { readSpread } from "@/features/insights/queries/read-spread";
import { BOARD_SLICES, type Slice } from "@/features/insights/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

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

/** Every page of a list, two rows at a time, so that the pages are tried too. */
async function readAll<Row>(
  read: (cursor: string | undefined) => Promise<{ rows: Row[]; nextCursor: string | null }>,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    rows.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return rows;
}

const readAsked = { limit: 2 };

/** What the rows of each list of orders add up to, column by column, beside the figure that opens to it. */
async function addUpOrders(tx: MerchantTx, slice: Slice, measures: Measures) {
  const differing: unknown[] = [];
  for (const list of ORDER_LIST_NAMES.filter((one) => one !== "newBuyers")) {
    const rows = await readAll((cursor) =>
      listOrdersBehind(tx, { merchantId, window, slice, list, cursor, ...readAsked }),
    );
    for (const metric of ORDER_LISTS[list].columns) {
      const sum = rows.reduce(
        (all, { figures }) => all + BigInt(measure(metric, knownMeasures(figures)).value ?? 0),
        0n,
      );
      const figure = BigInt(measure(metric, measures).value ?? 0);
      if (sum !== figure) differing.push({ slice, list, metric, sum, figure });
    }
    const { orders, refunds } = measures.figures;
    const goods = ORDER_LISTS[list].of === "lines";
    const counted = { sales: orders, refunds, both: orders + refunds }[ORDER_LISTS[list].rows];
    if (goods && rows.length !== counted) differing.push({ slice, list, rows: rows.length });
  }
  return differing;
}

/** The same for acts and for share links. */
async function addUpActs(tx: MerchantTx, slice: Slice, measures: Measures) {
  const differing: unknown[] = [];
  for (const list of ACT_LIST_NAMES) {
    const timesOf = isPersonActList(list)
      ? await readAll((cursor) =>
          listActsBehind(tx, { merchantId, window, slice, list, cursor, ...readAsked }),
        ).then((rows) => rows.map(({ times }) => times))
      : await readAll((cursor) =>
          listLinksBehind(tx, { merchantId, window, slice, list, cursor, ...readAsked }),
        ).then((rows) =>
          rows.map((row) => ({ clicks: row.clicks, openings: row.openings, openedLinks: 1 })[list]),
        );
    const sum = timesOf.reduce((all, times) => all + times, 0);
    const figure = Number(measure(list, measures).value ?? 0);
    if (sum !== figure) differing.push({ slice, list, sum, figure });
  }
  return differing;
}

/** How many people each list of people holds, beside the figure that opens to it. */
async function countPeople(tx: MerchantTx, slice: Slice, measures: Measures) {
  const differing: unknown[] = [];
  const activity = await readActivity(tx, { merchantId, slice }, window);
  for (const list of PEOPLE_LISTS) {
    const rows = await readAll((cursor) =>
      listPeopleBehind(tx, { merchantId, window, slice, list, cursor, ...readAsked }),
    );
    const figure =
      list === "knownPeople"
        ? activity.known
        : { ...measures.people, ...activity }[list as keyof (People & Activity)];
    if (rows.length !== figure) differing.push({ slice, list, people: rows.length, figure });
    const days = rows.reduce((sum, one) => sum + one.days, 0);
    const daily = BigInt(activity.activeDaysTenths ?? 0n);
    const isMean = divideToNearest(BigInt(days) * 10n, BigInt(rows.length)) ?? 0n;
    if (list === "actives" && isMean !== daily) differing.push({ slice, list, days, daily });
  }
  return differing;
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
    const differing = await inMerchant(merchantId, async (tx) => {
      const [measures] = await readMeasures(tx, { merchantId, slice, windows: [window] });
      if (!measures) throw new Error("no measures");
      return [
        ...(await addUpOrders(tx, slice, measures)),
        ...(await addUpActs(tx, slice, measures)),
        ...(await countPeople(tx, slice, measures)),
      ];
    });
    expect({ seed, differing }).toEqual({ seed, differing: [] });
  }
});

test("who came once is new, then silent, then dormant, then lost, and always known: each list holds who its figure counts", async () => {
  const slice = { kind: "all", key: "" } as const;
  const last = shanghaiDay(stretch(stretches).to);
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
  const ask = (id: typeof merchantId) =>
    inMerchant(id, (tx) => askRepurchase(tx, { merchantId: id, window: everything, today }));
  const found = await ask(merchantId);
  expect(found.whole.buyers).toBe(days.length);
  expect(found.whole.spans[3]?.returned).toBe(days.filter((list) => list.length > 1).length);
  expect(found.medianDaysTwice).toBe(medianDaysBetweenOrdersTwice(days));
  const others = await ask(b.merchantId);
  expect([others.whole.buyers, others.medianDaysTwice]).toEqual([0, null]);
});

test("each person who was brought stands in the list of their hop, of their wait and of K7, as the board counts them", async () => {
  const now = new Date(stretch(stretches).to.getTime() + 30 * 86_400_000);
  await refreshShareTree(merchantId, now);
  await inMerchant(merchantId, async (tx) => {
    const spread = await readSpread(tx, { merchantId, window, now });
    const of = async (part: BroughtPart) => {
      const ask = { merchantId, window, part, ...readAsked };
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
  await refreshDistributors(merchantId, new Date(stretch(stretches).to));
  const today = addDays(window.to, 100);
  await inMerchant(merchantId, async (tx) => {
    const ask = { merchantId, window, today, ...readAsked };
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
