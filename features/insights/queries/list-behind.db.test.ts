import { expect, test } from "vitest";
import { QUESTIONS } from "@/domain/metrics/acts";
import { medianDaysBetweenOrdersTwice } from "@/domain/metrics/repurchase";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, addRule } from "@/e2e/order-fixtures";
import { type Facts, plantFacts, prepareFacts, stretch } from "@/e2e/random-facts";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshRepurchase } from "@/features/insights/commands/refresh-repurchase";
import { askRepurchase } from "@/features/insights/queries/ask-repurchase";
import { listOrdersBehind } from "@/features/insights/queries/list-orders-behind";
import { listPeopleBehind } from "@/features/insights/queries/list-people-behind";
import { readMeasures } from "@/features/insights/queries/read-measures";
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

test("the orders, refunds and people that a figure opens to add up to the figure, in every part of the shop", async () => {
  const facts: Facts = { acts: [], sales: [], backs: [], joins: new Map() };
  const roll = diceOf(seed);
  const buyers = [a.buyer, await addAddress(a, a.level2.customerId)];
  const visitors: string[] = [];
  await addFreeFreight(a);
  await addRule(a, { level: 1, rateBps: 1_000 }, stretch(0).from);
  for (let n = 0; n < stretches; n += 1) {
    await plantFacts(a, facts, { n, roll, visitors, buyers });
  }
  await advanceRollUps(merchantId, new Date(stretch(stretches).to.getTime() + 180_000));
  for (const slice of await everySlice()) {
    const found = await inMerchant(merchantId, async (tx) => {
      const [measures] = await readMeasures(tx, { merchantId, slice, windows: [window] });
      const ask = { merchantId, window, slice, limit: 2 };
      const sales = await readAll((cursor) =>
        listOrdersBehind(tx, { ...ask, kind: "sale", cursor }),
      );
      const backs = await readAll((cursor) =>
        listOrdersBehind(tx, { ...ask, kind: "refund", cursor }),
      );
      const people: Record<string, number> = {};
      for (const question of QUESTIONS) {
        const rows = await readAll((cursor) => listPeopleBehind(tx, { ...ask, question, cursor }));
        people[question] = rows.length;
      }
      return { measures, sales, backs, people };
    });
    const sumOf = (rows: typeof found.sales) => ({
      count: rows.length,
      units: rows.reduce((sum, { units }) => sum + units, 0),
      fen: rows.reduce((sum, { fen }) => sum + fen, 0n),
    });
    const { figures, people } = found.measures ?? {};
    expect({
      seed,
      slice,
      sales: sumOf(found.sales),
      backs: sumOf(found.backs),
      people: found.people,
    }).toEqual({
      seed,
      slice,
      sales: { count: figures?.orders, units: figures?.units, fen: figures?.grossFen },
      backs: { count: figures?.refunds, units: figures?.refundUnits, fen: figures?.refundFen },
      people,
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
