import { expect, test } from "vitest";
import { COHORT_BASES, COHORT_UNITS, type CohortBasis } from "@/domain/metrics/cohort";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { findPeriod, periodOf } from "@/domain/metrics/window-periods";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { importHistory } from "@/e2e/history-fixtures";
import { addAddress, addFreeFreight } from "@/e2e/order-fixtures";
import { type Facts, plantFacts, prepareFacts } from "@/e2e/random-facts";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { refreshCohorts } from "@/features/insights/commands/refresh-cohorts";
import { askRetentionBoard } from "@/features/insights/queries/ask-retention-board";
import { listCohortPeople } from "@/features/insights/queries/list-cohort-people";
import { readBoardRequest } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
await prepareFacts();

const seed = Number(process.hrtime.bigint() % 1_000_000n);
const stretches = 12;
const whole = { from: "2027-01-01", until: "2028-12-31" };
/** A Friday in March; the stretches end on the Sunday before. */
const now = new Date("2028-03-10T04:00:00.000Z");

/** Small and repeatable: a linear congruential generator (Numerical Recipes' constants). */
function diceOf(first: number) {
  let state = first;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const sale = (invoiceNo: string, customerRef: string, at: string) => ({
  invoiceNo,
  customerRef,
  at,
  yuan: "9.90",
});

await addFreeFreight(a);
// The fixtures' people came long ago, out of the sight of weeks.
await asSuperuser((db) =>
  db.query("update visitor set first_seen_at = '2028-02-20T04:00:00Z' where merchant_id = $1", [
    merchantId,
  ]),
);
const facts: Facts = { acts: [], sales: [], backs: [], joins: new Map() };
const people = {
  roll: diceOf(seed),
  visitors: [] as string[],
  buyers: [a.buyer, await addAddress(a, a.level2.customerId)],
};
for (let n = 0; n < stretches; n += 1) await plantFacts(a, facts, { n, ...people });
await importHistory(
  a,
  [
    sale("1", "eve", "2028-02-29 23:59:59"),
    sale("2", "eve", "2028-03-01 00:00:00"),
    sale("3", "sunday", "2028-03-05 23:59:59"),
    sale("4", "sunday", "2028-03-06 00:00:00"),
    sale("5", "regular", "2027-11-30 12:00:00"),
    sale("6", "regular", "2027-12-31 23:59:59"),
    sale("7", "regular", "2028-03-02 08:00:00"),
    sale("8", "", "2028-02-01 08:00:00"),
    sale("9", "traveller", "2028-05-01 08:00:00"),
    sale("C10", "refunded", "2028-02-02 08:00:00"),
  ],
  // What is to come for the board is past for the import, which takes nothing else.
  new Date("2028-06-01T04:00:00.000Z"),
);

/** `channel` null: an act that tells none, of which that day's openings tell it. */
type Act = { who: string; day: string; paid: boolean; channel: string | null; isOpening: boolean };

/** Who came or paid on which day, from the facts and by nobody's roll-up. */
async function plainActs(): Promise<Act[]> {
  const { rows } = await asSuperuser((db) =>
    db.query<Omit<Act, "day"> & { at: Date }>(
      `select coalesce(customer_id, id)::text as who, first_seen_at as at, false as paid, null as channel, false as "isOpening"
         from visitor where merchant_id = $1
       union all select coalesce(v.customer_id, e.visitor_id)::text, e.at, false, null, false
         from event e left join visitor v on v.id = e.visitor_id
         where e.merchant_id = $1 and e.kind not in ('dwell', 'share_set')
       union all select coalesce(v.customer_id, v.id)::text, c.clicked_at, false, l.channel::text, true
         from share_click c join share_link l on l.id = c.link_id join visitor v on v.id = c.visitor_id where c.merchant_id = $1
       union all select l.sharer_customer_id::text, c.clicked_at, false, l.channel::text, false
         from share_click c join share_link l on l.id = c.link_id join visitor v on v.id = c.visitor_id
         where c.merchant_id = $1 and coalesce(v.customer_id, v.id) <> l.sharer_customer_id
       union all select o.customer_id::text, o.paid_at, true, coalesce(l.channel::text, 'direct'), false
         from orders o left join share_click c on c.id = o.click_id left join share_link l on l.id = c.link_id
         where o.merchant_id = $1 and o.paid_at is not null
       union all select customer_id::text, created_at, false, null, false from review where merchant_id = $1
       union all select md5('history:' || customer_ref)::uuid::text, sold_at, true, 'imported', false
         from history_order where merchant_id = $1 and kind = 'sale' and customer_ref <> ''`,
      [merchantId],
    ),
  );
  return rows.map(({ at, ...act }) => ({ ...act, day: shanghaiDay(at) }));
}

/** Everybody's periods in order, the first of them their cohort, and the channels of their first day. */
function plainLives(acts: readonly Act[], basis: CohortBasis, unit: "week" | "month") {
  const counted = acts.filter(({ paid }) => basis === "visit" || paid);
  return [...Map.groupBy(counted, ({ who }) => who).values()].map((own) => {
    const days = own.map(({ day }) => day).toSorted();
    const first = own.filter(({ day }) => day === days[0]);
    const opened = acts.filter(
      ({ who, day, isOpening }) => isOpening && who === first[0]?.who && day === days[0],
    );
    const came = opened.length > 0 ? opened.map(({ channel }) => channel) : ["direct"];
    const channels = first.flatMap(({ channel }) => (channel === null ? came : [channel]));
    return { periods: [...new Set(days.map((day) => periodOf(day, unit).key))], channels };
  });
}

function requestOf(from: string, until: string, compare = "none", channel = "") {
  const slice = channel && `channel:${channel}`;
  const request = readBoardRequest({ window: "custom", from, until, compare, slice }, now);
  if (!request.ok) throw new Error(request.reason);
  return request;
}

async function ask(
  basis: CohortBasis,
  unit: "week" | "month",
  request = requestOf(whole.from, whole.until),
) {
  return inMerchant(merchantId, (tx) =>
    askRetentionBoard(tx, { merchantId, request, now, basis, unit }),
  );
}

/** Every page of the people behind a cell, two at a time. */
async function readPeople(
  basis: CohortBasis,
  unit: "week" | "month",
  keys: [string, string],
  channel = "",
) {
  const [cohort, period] = keys.map((key) => findPeriod(key, unit) ?? expect.fail(key));
  if (!cohort || !period) throw new Error("no cell");
  const found: { customerId: string | null; name: string; orders: number }[] = [];
  let cursor: string | undefined;
  do {
    const page = await inMerchant(merchantId, (tx) =>
      listCohortPeople(tx, { merchantId, basis, unit, channel, cohort, period, cursor, limit: 2 }),
    );
    found.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

const channels = ["", "direct", "card", "poster", "qr", "offline", "imported"];

async function expectTrue() {
  // Past days are done once their late facts have gathered.
  for (const minutes of [0, 3]) {
    await advanceRollUps(merchantId, new Date(now.getTime() + minutes * 60_000));
  }
  await refreshCohorts(merchantId);
  const acts = await plainActs();
  for (const basis of COHORT_BASES) {
    for (const unit of COHORT_UNITS) {
      const lives = plainLives(acts, basis, unit);
      for (const channel of channels) {
        const own = lives.filter((life) => channel === "" || life.channels.includes(channel));
        await expectTriangle(
          { basis, unit, channel },
          own.map(({ periods }) => periods),
        );
      }
    }
  }
}

/** Cohorts, their people, and who acted in each period, with the list behind it. */
async function expectTriangle(
  asked: { basis: CohortBasis; unit: "week" | "month"; channel: string },
  lives: readonly string[][],
) {
  const { basis, unit, channel } = asked;
  const today = periodOf(shanghaiDay(now), unit).key;
  const { rows } = await ask(basis, unit, requestOf(whole.from, whole.until, "none", channel));
  const cohorts = new Set(lives.map(([first = ""]) => first).filter((key) => key <= today));
  const shown = rows.map(({ cohort }) => cohort);
  expect({ seed, ...asked, shown }).toEqual({ seed, ...asked, shown: [...cohorts].toSorted() });
  for (const { cohort, people: size, cells } of rows) {
    const own = lives.filter(([first]) => first === cohort);
    expect({ seed, ...asked, cohort, size }).toMatchObject({ size: own.length });
    const later = [...new Set(own.flat())].filter((key) => key <= today).toSorted();
    const inLater = cells.filter((cell) => cell.people > 0).map((cell) => cell.people);
    const wanted = later.map((key) => own.filter((keys) => keys.includes(key)).length);
    expect({ seed, ...asked, cohort, inLater }).toMatchObject({ inLater: wanted });
    // Of channels the months alone: a page of two at a time takes its time.
    if (channel !== "" && unit === "week") continue;
    for (const [at, key] of later.entries()) {
      const behind = (await readPeople(basis, unit, [cohort, key], channel)).length;
      expect({ seed, ...asked, cohort, key, behind }).toMatchObject({ behind: wanted[at] });
    }
  }
}

test("every cell of the triangles, and the list behind it, is what visits, orders and old invoices say one by one", async () => {
  await expectTrue();
  const visitorId = people.visitors.find((one) => !facts.joins.has(one));
  await inMerchant(merchantId, (tx) =>
    tx.visitor.updateMany({
      where: { merchantId, id: visitorId ?? "" },
      data: { customerId: a.buyer.customerId, joinedAt: now },
    }),
  );
  await expectTrue();
});

test("days end at midnight in Shanghai, months and weeks with them; who never bought and what is to come is in no cohort", async () => {
  const names = async (unit: "week" | "month", keys: [string, string]) =>
    (await readPeople("order", unit, keys)).map(({ name }) => name);
  expect(await names("month", ["2028-02", "2028-03"])).toContain("eve");
  expect(await names("week", ["2028-W09", "2028-W10"])).toContain("sunday");
  expect(await names("month", ["2027-11", "2027-12"])).toEqual(["regular"]);
  const { rows } = await ask("order", "month");
  expect(rows[0]).toMatchObject({
    cohort: "2027-11",
    people: 1,
    cells: [1, 1, 0, 0, 1].map((count) => ({ people: count })),
  });
  expect(rows.map(({ cohort }) => cohort)).not.toContain("2028-05");
});

test("a window shows the cohorts that it touches, beside the curve of those compared with", async () => {
  const board = await ask("order", "month", requestOf("2027-11-30", "2028-03-10", "previous"));
  expect(board.rows.map(({ cohort }) => cohort)).toEqual(["2027-11", "2028-02", "2028-03"]);
  expect(board.curveBefore?.map(({ returned }) => returned)).toEqual([1, 0, 0]);
  const long = await ask("order", "week", requestOf("2019-01-01", "2028-03-10"));
  expect([long.unit, long.units]).toEqual(["month", ["month"]]);
});

test("a second run keeps what is there, and another merchant and an empty shop have none of it", async () => {
  const kept = await ask("visit", "week");
  await refreshCohorts(merchantId);
  expect(await ask("visit", "week")).toEqual(kept);
  await refreshCohorts(b.merchantId);
  const request = requestOf("2027-01-01", "2028-12-31");
  // One by the rows that the other may see, one by the question: each of the two guards alone.
  for (const [as, of] of [
    [b, a],
    [a, b],
  ] as const) {
    const other = await inMerchant(as.merchantId, (tx) =>
      askRetentionBoard(tx, { merchantId: of.merchantId, request, now }),
    );
    expect([other.rows, other.curve]).toEqual([[], []]);
  }
});
