import { expect, test } from "vitest";
import { ACTS, type Question } from "@/domain/metrics/acts";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { type DayWindow, listDays } from "@/domain/metrics/window";
import { asSuperuser, testMerchants } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  addFreight,
  addRule,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { changePast, preparePlaces, stretchesToCheck } from "@/e2e/random-changes";
import { type Act, type Facts, plantFacts, prepareFacts, stretch } from "@/e2e/random-facts";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { recomputeDays } from "@/features/insights/commands/recompute-days";
import { countVisitors } from "@/features/insights/queries/count-visitors";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
await prepareFacts();

const seed = Number(process.hrtime.bigint() % 1_000_000n);
const roll = diceOf(seed);
const stretches = 14;
const facts: Facts = { acts: [], sales: [], backs: [], joins: new Map() };
const minuteMs = 60_000;

/** Small and repeatable: a linear congruential generator (Numerical Recipes' constants). */
function diceOf(first: number) {
  let state = first;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const bitOf: Partial<Record<Question, number>> = {
  visitors: ACTS.visited,
  viewers: ACTS.sawProduct,
  favouriters: ACTS.favourited,
  carters: ACTS.carted,
  checkouters: ACTS.checkedOut,
  buyers: ACTS.bought,
  sharers: ACTS.shared,
  brought: ACTS.brought,
  actives: ACTS.active,
  openedLinks: ACTS.opened,
  converted: ACTS.converted,
};

/** Who opened somebody else's link was brought by it, and its sharer shared. */
function withSharer(act: Act): Act[] {
  if (!act.of || act.of.sharer === act.who) return [act];
  return [
    { ...act, acts: act.acts | ACTS.brought },
    { ...act, who: act.of.sharer, acts: ACTS.shared | ACTS.active },
    { ...act, who: act.of.id, acts: ACTS.opened },
  ];
}

/** The plain question: everybody who did it in the window, from the facts as they were told. */
function countPlainly(question: Question, window: DayWindow, product: string | null): number {
  const isIn = (at: Date) => shanghaiDay(at) >= window.from && shanghaiDay(at) < window.to;
  const rows = facts.acts
    .filter(({ at }) => isIn(at))
    .filter((act) => product === null || act.product === product)
    .map((act) => ({ ...act, who: facts.joins.get(act.who) ?? act.who }))
    .flatMap((act) => withSharer(act));
  const who = (bit: number) => new Set(rows.filter(({ acts }) => acts & bit).map((one) => one.who));
  const bit = bitOf[question];
  if (bit !== undefined) return who(bit).size;
  if (question === "visitingSharers") return who(ACTS.visited).intersection(who(ACTS.shared)).size;
  if (question === "resharers") return who(ACTS.brought).intersection(who(ACTS.shared)).size;
  const orders = Map.groupBy(
    rows.filter(({ orderId }) => orderId),
    (one) => one.who,
  );
  return [...orders.values()].filter((list) => new Set(list.map((one) => one.orderId)).size > 1)
    .length;
}

function sumPlainly(list: Facts["sales"], window: DayWindow, product: string | null) {
  return list
    .filter(({ at }) => shanghaiDay(at) >= window.from && shanghaiDay(at) < window.to)
    .filter((one) => product === null || one.product === product)
    .reduce((sum, { fen }) => sum + fen, 0n);
}

async function expectTrue(product: string | null, windows: DayWindow[]) {
  const slice = product
    ? { kind: "product" as const, key: product }
    : { kind: "all" as const, key: "" };
  const found = await inMerchant(merchantId, (tx) =>
    readMeasures(tx, { merchantId, slice, windows }),
  );
  const wanted = windows.map((window) => ({
    window,
    people: Object.fromEntries(
      Object.keys(found[0]?.people ?? {})
        .filter((name) => name !== "reviewers")
        .map((name) => [name, countPlainly(name as Question, window, product)]),
    ),
    figures: {
      grossFen: sumPlainly(facts.sales, window, product),
      refundFen: sumPlainly(facts.backs, window, product),
    },
  }));
  expect({
    seed,
    measures: found.map((one, at) => ({ window: windows[at], ...one })),
  }).toMatchObject({
    seed,
    measures: wanted,
  });
}

/** Computes every day anew: where a change of the stretch marked all its days, nothing differs. */
async function expectNothingLeft(n: number) {
  const kept = await readRollUps();
  await asSuperuser((db) =>
    db.query(
      `insert into rollup_dirty select merchant_id, 'facts', day, $2 from rollup_day
       where merchant_id = $1 on conflict do nothing`,
      [merchantId, stretch(n).from],
    ),
  );
  await advanceRollUps(merchantId, new Date(stretch(n).to.getTime() + 4 * minuteMs));
  expect({ seed, n, kept: await readRollUps() }).toEqual({ seed, n, kept });
}

const rollUps = [
  ...["day_person", "day_people", "dekad_people"],
  ...["day_figure", "dekad_figure", "month_figure"],
];
/** Everything that the roll-ups keep, by name and not by number of the slice. */
async function readRollUps() {
  return asSuperuser(async (db) => {
    const kept: Record<string, unknown[]> = {};
    for (const name of rollUps) {
      const { rows } = await db.query(
        `select k.kind, k.key, to_jsonb(t) - 'slice_id' as kept from ${name} t
         join slice k on k.merchant_id = t.merchant_id and k.id = t.slice_id
         where t.merchant_id = $1 order by k.kind, k.key, (to_jsonb(t) - 'slice_id')::text`,
        [merchantId],
      );
      kept[name] = rows;
    }
    return kept;
  });
}

test("what is kept up with late, doubled and reordered facts, joins, refunds, moves and fees is what the facts say", async () => {
  const visitors: string[] = [];
  const buyers = [a.buyer, await addAddress(a, a.level2.customerId)];
  await addFreeFreight(a);
  await addRule(a, { level: 1, rateBps: 1_000 }, stretch(0).from);
  const places = await preparePlaces(a);
  for (let n = 0; n < stretches; n += 1) {
    await plantFacts(a, facts, { n, roll, visitors, buyers });
    await changePast(a, places, { n, roll });
    await advanceRollUps(merchantId, stretch(n).to);
    await advanceRollUps(merchantId, new Date(stretch(n).to.getTime() + 3 * minuteMs));
    if (stretchesToCheck.includes(n)) await expectNothingLeft(n);
  }
  const first = shanghaiDay(stretch(0).from);
  const windows = Array.from({ length: 12 }, () => {
    const from = addDays(first, roll(9) - 2);
    return { from, to: addDays(from, 1 + roll(8)) };
  });
  // Whole dekads, also of people who acted before the window: it begins between the days of the facts.
  for (const start of [-24, -2, 1, 2, 3, 4]) {
    windows.unshift({ from: addDays(first, start), to: addDays(first, 18 + roll(20)) });
  }
  await expectTrue(null, windows);
  for (const product of a.productIds) await expectTrue(product, windows.slice(0, 6));
});

test("the overview counts the same visitors as the boards on every day", async () => {
  const days = listDays({ from: "2028-02-24", to: "2028-03-06" });
  const windows = days.map((from) => ({ from, to: addDays(from, 1) }));
  const slice = { kind: "all" as const, key: "" };
  await inMerchant(merchantId, async (tx) => {
    const boards = await readMeasures(tx, { merchantId, slice, windows });
    for (const [at, day] of days.entries()) {
      const visitors = await countVisitors(tx, { merchantId, ...shanghaiDayRange(day) });
      expect({ seed, day, visitors }).toEqual({
        ...{ seed, day },
        visitors: boards[at]?.people.visitors,
      });
    }
  });
});

test("days that are computed anew from nothing are the days that were kept up", async () => {
  const kept = await readRollUps();
  await asSuperuser(async (db) => {
    for (const name of [...rollUps, "rollup_day", "rollup_state"]) {
      await db.query(`delete from ${name} where merchant_id = $1`, [merchantId]);
    }
  });
  await advanceRollUps(merchantId, new Date(stretch(stretches).to.getTime()));
  const again = await readRollUps();
  for (const name of rollUps) {
    expect(again[name]?.length, name).toBeGreaterThan(0);
    expect({ seed, rows: again[name] }, name).toEqual({ seed, rows: kept[name] });
  }
});

test("days that staff ask for are computed anew, and today does not wait for those that are past", async () => {
  const right = await readRollUps();
  const asked = { from: "2028-02-25", until: "2028-03-05" };
  await asSuperuser((db) =>
    db.query(
      `update day_figure set gross_fen = gross_fen + 1
       where merchant_id = $1 and day between $2 and $3`,
      [merchantId, asked.from, asked.until],
    ),
  );
  const now = new Date("2028-03-05T04:00:00.000Z");
  await recomputeDays({ merchantId, staffId: a.ownerId }, asked, now);
  const later = new Date(now.getTime() + 3 * minuteMs);
  const waiting = async () =>
    asSuperuser(async (db) => {
      const { rows } = await db.query<{ day: string }>(
        `select distinct day::text from rollup_dirty where merchant_id = $1 and what = 'facts'`,
        [merchantId],
      );
      return rows.map(({ day }) => day);
    });
  expect(await advanceRollUps(merchantId, later, { portions: 0 })).toMatchObject({
    isBehind: true,
  });
  expect(await waiting()).not.toContain("2028-03-05");
  expect(await waiting()).toContain("2028-03-04");
  expect(await advanceRollUps(merchantId, later, { portions: 1 })).toMatchObject({
    isBehind: false,
  });
  expect(await readRollUps()).toEqual(right);
});

test("another merchant sees nobody of them, and an empty shop has zeros", async () => {
  await advanceRollUps(b.merchantId, stretch(stretches).to);
  const [measures] = await inMerchant(b.merchantId, (tx) =>
    readMeasures(tx, {
      merchantId: b.merchantId,
      slice: { kind: "all", key: "" },
      windows: [{ from: "2028-02-01", to: "2028-04-01" }],
    }),
  );
  expect(measures?.people.visitors).toBe(0);
  expect(measures?.figures.grossFen).toBe(0n);
});

test("a refund of freight alone is a refund, and gives the freight back on its day", async () => {
  const at = stretch(stretches + 1).from;
  await addFreight(b, 600n);
  await addRule(b, { level: 1, rateBps: 1_000 }, stretch(0).from);
  const lines = [{ skuId: b.skuIds[0] ?? "", quantity: 1 }];
  const order = await placeTestOrder(b, b.buyer, lines, at, 600n);
  await payTestOrder(b, order, at);
  await refundTestOrder(b, order, { freightFen: 600n }, at);
  await advanceRollUps(b.merchantId, new Date(at.getTime() + 3 * minuteMs));
  const day = shanghaiDay(at);
  const [measures] = await inMerchant(b.merchantId, (tx) =>
    readMeasures(tx, {
      merchantId: b.merchantId,
      slice: { kind: "all", key: "" },
      windows: [{ from: day, to: addDays(day, 1) }],
    }),
  );
  expect(measures?.figures).toMatchObject({
    freightFen: 600n,
    refunds: 1,
    refundFen: 0n,
    refundFreightFen: 600n,
  });
});
