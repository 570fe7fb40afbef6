import { expect, test } from "vitest";
import { addDays, countDays } from "@/domain/metrics/calendar-day";
import { RFM_DAYS, RFM_MOVE_DAYS, RFM_SEGMENTS, type RfmSegment } from "@/domain/metrics/rfm";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { importHistory } from "@/e2e/history-fixtures";
import {
  addAddress,
  addFreeFreight,
  addFriend,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { refreshRfm } from "@/features/insights/commands/refresh-rfm";
import { askRfmBoard, type RfmBoard } from "@/features/insights/queries/ask-rfm-board";
import { listRfmCustomers } from "@/features/insights/queries/list-rfm-customers";
import type { Slice } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
const whole = { kind: "all", key: "" } as const;
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
/** The year after this day is looked at, then the same a day earlier and later, and long after. */
const today = "2027-06-15";
const firstDay = addDays(today, 1 - RFM_DAYS);

const seed = Number(process.hrtime.bigint() % 1_000_000n);
let state = seed;
/** Small and repeatable: a linear congruential generator (Numerical Recipes' constants). */
function roll(sides: number) {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((state / 2 ** 32) * sides);
}

/** Customers of the shop with up to three orders around the year, half of them with refunds that come later. */
async function plantOrders() {
  await addFreeFreight(a);
  for (let left = 10; left > 0; left -= 1) {
    const buyer = await addAddress(a, (await addCustomer(a)).customerId);
    for (let orders = 1 + roll(3); orders > 0; orders -= 1) {
      const at = noon(addDays(firstDay, roll(RFM_DAYS + 20) - 20));
      const line = { skuId: a.skuIds[roll(2)] ?? a.skuIds[0], quantity: 1 + roll(2) };
      const order = await placeTestOrder(a, buyer, [line], at);
      await payTestOrder(a, order, at);
      if (roll(2) === 0) continue;
      const amountFen = BigInt(1 + roll(Number(order.payableFen)));
      const backAt = new Date(at.getTime() + roll(60) * 86_400_000);
      await refundTestOrder(a, order, { lines: [{ lineNo: 1, amountFen }] }, backAt);
    }
  }
}

/** Whatever the dice say: somebody's order of before the year comes back in it. */
async function plantEarlyRefund() {
  const buyer = await addAddress(a, (await addCustomer(a)).customerId);
  for (const [days, backAfter] of [
    [-5, 7],
    [50, null],
  ] as const) {
    const at = noon(addDays(firstDay, days));
    const order = await placeTestOrder(a, buyer, [{ skuId: a.skuIds[0], quantity: 1 }], at);
    await payTestOrder(a, order, at);
    if (backAfter === null) continue;
    const backAt = noon(addDays(firstDay, days + backAfter));
    await refundTestOrder(a, order, { lines: [{ lineNo: 1, amountFen: 300n }] }, backAt);
  }
}

const old = (invoiceNo: string, customerRef: string, at: string, yuan = "30.00") => ({
  invoiceNo,
  customerRef,
  at,
  yuan,
});

await plantOrders();
await plantEarlyRefund();
await importHistory(
  a,
  [
    old("1", "too-late", `${addDays(firstDay, -1)} 23:59:59`),
    old("2", "just-in", `${firstDay} 00:00:00`),
    old("3", "last-moment", `${today} 23:59:59`),
    old("4", "tomorrow", `${addDays(today, 1)} 00:00:00`),
    old("5", "returner", `${addDays(today, -90)} 10:00:00`, "900.00"),
    old("C6", "returner", `${addDays(today, -80)} 10:00:00`, "950.00"),
    old("7", "", `${addDays(today, -9)} 10:00:00`),
    old("C8", "only-back", `${addDays(today, -9)} 10:00:00`),
    old("9", "too-late", `${addDays(firstDay, -30)} 10:00:00`),
    old("C10", "just-in", `${addDays(firstDay, 3)} 10:00:00`, "12.00"),
    old("11", "big", `${addDays(today, -200)} 10:00:00`, "88888.00"),
  ],
  noon(addDays(today, 2)),
);

type Plain = { who: string; days: bigint; orders: bigint; fen: bigint; lastOrderNo: string };

/** Everybody with an order in the year that ends with the day, from the facts as they lie there. */
async function plainCustomers(lastDay: string): Promise<Plain[]> {
  const { rows } = await asSuperuser((db) =>
    db.query<{ who: string; at: Date; no: string | null; fen: string }>(
      `select o.customer_id::text as who, o.paid_at as at, o.order_no as no,
         (select sum(payable_fen) from order_line l where l.order_id = o.id)::text as fen
       from orders o where o.merchant_id = $1 and o.paid_at is not null
       union all
       select o.customer_id::text, r.succeeded_at, null, (-b.amount_fen)::text
       from refund r join refund_line b on b.refund_id = r.id join orders o on o.id = r.order_id
       where r.merchant_id = $1 and r.succeeded_at is not null
       union all
       select customer_ref, sold_at, case kind when 'sale' then invoice_no end,
         (case kind when 'sale' then amount_fen else -amount_fen end)::text
       from history_line where merchant_id = $1 and kind <> 'refused' and customer_ref <> ''`,
      [merchantId],
    ),
  );
  const inYear = rows.filter(({ at }) => {
    const ago = countDays(shanghaiDay(at), lastDay);
    return ago >= 0 && ago < RFM_DAYS;
  });
  return [...Map.groupBy(inYear, ({ who }) => who)].flatMap(([who, own]) => {
    const orders = own.filter(({ no }) => no !== null);
    const [last] = orders.toSorted((one, other) => other.at.getTime() - one.at.getTime());
    if (!last?.no) return [];
    return [
      {
        who,
        days: BigInt(countDays(shanghaiDay(last.at), lastDay)),
        orders: BigInt(orders.length),
        fen: own.reduce((sum, { fen }) => sum + BigInt(fen), 0n),
        lastOrderNo: last.no,
      },
    ];
  });
}

/** Each figure times the number of customers against the sum: what the definition says, undivided. */
function plainSegment(one: Plain, all: readonly Plain[]): string {
  const sum = (of: (customer: Plain) => bigint) =>
    all.reduce((total, customer) => total + of(customer), 0n);
  const count = BigInt(all.length);
  const bits = [
    one.days * count <= sum(({ days }) => days),
    one.orders * count >= sum(({ orders }) => orders),
    one.fen * count >= sum(({ fen }) => fen),
  ];
  return bits.map((high) => (high ? "1" : "0")).join("");
}

/** Every page of a segment, two customers at a time. */
async function readSegment(segment: RfmSegment | null) {
  const found: Awaited<ReturnType<typeof listRfmCustomers>>["rows"] = [];
  let cursor: string | undefined;
  do {
    const page = await inMerchant(merchantId, (tx) =>
      listRfmCustomers(tx, { merchantId, slice: whole, segment, cursor, limit: 2 }),
    );
    found.push(...page.rows);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return found;
}

test.each([today, addDays(today, -1), addDays(today, 1), addDays(today, 200)])(
  "the lists of the segments on %s are all customers of the year, each once, with the figures of their orders",
  async (day) => {
    await refreshRfm(merchantId, noon(day));
    const all = await plainCustomers(day);
    const board = await inMerchant(merchantId, (tx) =>
      askRfmBoard(tx, { merchantId, slice: whole }),
    );
    const listed: unknown[] = [];
    for (const { segment, ...sums } of board.segments) {
      const own = await readSegment(segment);
      const wanted = all.filter((one) => plainSegment(one, all) === segment);
      expect({ seed, segment, ...sums }).toEqual({
        seed,
        segment,
        customers: BigInt(wanted.length),
        recencyDays: wanted.reduce((sum, { days }) => sum + days, 0n),
        paidOrders: wanted.reduce((sum, { orders }) => sum + orders, 0n),
        netSalesFen: wanted.reduce((sum, { fen }) => sum + fen, 0n),
      });
      expect(own.map(({ netFen }) => netFen)).toEqual(
        own.map(({ netFen }) => netFen).toSorted((one, other) => Number(other - one)),
      );
      listed.push(
        ...own.map((row) => ({
          who: row.customerId ?? row.name,
          segment: row.segment,
          days: BigInt(row.recencyDays),
          orders: BigInt(row.orders),
          fen: row.netFen,
          lastOrderNo: row.lastOrderNo,
        })),
      );
    }
    const wanted = all.map((one) => ({ ...one, segment: plainSegment(one, all) }));
    expect({ seed, listed: listed.length }).toEqual({ seed, listed: all.length });
    expect({ seed, listed }).toEqual({ seed, listed: expect.arrayContaining(wanted) });
    expect(await readSegment(null)).toHaveLength(all.length);
    expect(board.window).toEqual({ from: addDays(day, 1 - RFM_DAYS), to: addDays(day, 1) });
    await expectMoves(day, all, board);
  },
);

/** Who stood where 30 days before and stands where now, from the facts of both years; and the lists behind. */
async function expectMoves(day: string, now: readonly Plain[], board: RfmBoard) {
  const earlier = addDays(day, -RFM_MOVE_DAYS);
  const then = await plainCustomers(earlier);
  const placeOf = (all: readonly Plain[], who: string) => {
    const one = all.find((customer) => customer.who === who);
    return one ? plainSegment(one, all) : "none";
  };
  const people = [...new Set([...then, ...now].map(({ who }) => who))];
  const wanted = Map.groupBy(people, (who) => `${placeOf(then, who)} ${placeOf(now, who)}`);
  const shown = board.moves.map(({ was, became, customers }) => [
    `${was ?? "none"} ${became ?? "none"}`,
    customers,
  ]);
  expect({ seed, day, shown: Object.fromEntries(shown) }).toEqual({
    seed,
    day,
    shown: Object.fromEntries([...wanted].map(([move, own]) => [move, own.length])),
  });
  expect(board.movedSince).toBe(then.length > 0 ? earlier : null);
  for (const { was, became, customers } of board.moves) {
    if (!became) continue;
    const page = await inMerchant(merchantId, (tx) =>
      listRfmCustomers(tx, {
        merchantId,
        slice: whole,
        segment: became,
        before: was ?? "none",
        limit: 100,
      }),
    );
    expect({ seed, was, became, listed: page.rows.length }).toMatchObject({ listed: customers });
  }
}

test("who bought last by a channel, region or distributor stands there, in the segment among all; channels add up", async () => {
  const buyer = await addFriend(a, noon(addDays(today, -3)));
  const line = { skuId: a.skuIds[0], quantity: 1 };
  const order = await placeTestOrder(a, buyer, [line], noon(addDays(today, -2)));
  await payTestOrder(a, order, noon(addDays(today, -2)));
  await refreshRfm(merchantId, noon(today));
  const ask = (slice: Slice) =>
    inMerchant(merchantId, async (tx) => {
      const board = await askRfmBoard(tx, { merchantId, slice });
      const asked = { merchantId, slice, segment: null, limit: 100 };
      const { rows } = await listRfmCustomers(tx, asked);
      const listed = RFM_SEGMENTS.map((segment) => ({
        segment,
        customers: BigInt(rows.filter((row) => row.segment === segment).length),
      }));
      expect(board.segments).toMatchObject(listed);
      return { bounds: board.bounds, count: rows.length, who: rows.map((row) => row.customerId) };
    });
  const all = await ask(whole);
  const keys = ["card", "qr", "poster", "offline", "direct", "imported"];
  const channels = await Promise.all(keys.map((key) => ask({ kind: "channel", key })));
  expect(channels.reduce((sum, { count }) => sum + count, 0)).toBe(all.count);
  expect(channels.map(({ bounds }) => bounds)).toEqual(keys.map(() => all.bounds));
  for (const slice of [
    { kind: "channel", key: "card" },
    { kind: "distributor", key: a.level1.distributorId },
  ] as const) {
    expect((await ask(slice)).who).toEqual([buyer.customerId]);
  }
  expect((await ask({ kind: "region", key: "浙江省" })).who).toContain(buyer.customerId);
});

test("the year begins and ends at midnight in Shanghai; what came back in it counts, guests and mere returns do not", async () => {
  await refreshRfm(merchantId, noon(today));
  const rows = await readSegment(null);
  const names = rows.filter(({ customerId }) => !customerId).map(({ name }) => name);
  expect(names.toSorted()).toEqual(["big", "just-in", "last-moment", "returner"]);
  const figures = (name: string) => {
    const { recencyDays, orders, netFen } = rows.find((one) => one.name === name) ?? {};
    return { recencyDays, orders, netFen };
  };
  expect(figures("just-in")).toEqual({ recencyDays: 364, orders: 1, netFen: 1_800n });
  expect(figures("last-moment")).toEqual({ recencyDays: 0, orders: 1, netFen: 3_000n });
  expect(figures("returner")).toEqual({ recencyDays: 90, orders: 1, netFen: -5_000n });
});

test("a shop without orders has eight empty segments and no means, and sees nothing of another", async () => {
  await refreshRfm(b.merchantId, noon(today));
  const board = await inMerchant(b.merchantId, (tx) =>
    askRfmBoard(tx, { merchantId: b.merchantId, slice: whole }),
  );
  expect(board.segments.map(({ segment, customers }) => [segment, customers])).toEqual(
    RFM_SEGMENTS.map((segment) => [segment, 0n]),
  );
  expect([board.window, board.bounds, board.whole.customers]).toEqual([null, null, 0n]);
  expect([board.moves, board.movedSince]).toEqual([[], null]);
});
