import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { flowOfReason } from "@/domain/stock/movement-reason";
import { reportStock, type StockFlowRow } from "@/domain/stock/stock-report";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { liveWithStock, type StockAct } from "@/e2e/stock-life";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import { readStockWindows } from "@/features/stock/queries/read-stock-windows";
import { inMerchant } from "@/lib/db/in-merchant";
import { runInvariants } from "@/scripts/database/run-invariants";

const firstDay = "2026-02-20";
const lastDay = "2026-03-31";
const whole = { kind: "all", key: "" };
const endOf = (day: string) => shanghaiDayRange(day).to;

let a: TestMerchant;
beforeAll(async () => {
  ({ a } = await testMerchants());
});

const act = fc.record<StockAct>({
  kind: fc.constantFrom("receive", "sell", "sell", "return", "correct", "count"),
  sku: fc.constantFrom(0, 1, 2),
  units: fc.integer({ min: 1, max: 40 }),
  unitCostFen: fc.bigInt({ min: 0n, max: 99_999n }),
  /** Most happens on few days, much of it at their very ends. */
  laterMs: fc.constantFrom(0, 1, 60_000, 3_600_000, 30_000_000, 86_400_000),
  atBorder: fc.boolean(),
});

async function days() {
  return asSuperuser(
    async (client) =>
      (
        await client.query("select * from stock_day where merchant_id = $1 order by sku_id, day", [
          a.merchantId,
        ])
      ).rows,
  );
}

test("random deliveries, sales, returns, corrections and counts leave what a replay leaves, to the unit and fen", async () => {
  const acts = fc.sample(act, { seed: 20_261_122, numRuns: 160 });
  const half = shanghaiDayRange("2026-03-10").to;
  const replay = await liveWithStock(a, acts, new Date(`${firstDay}T01:00:00Z`), endOf(lastDay), {
    // The worker runs on most days, and once twice at the same time.
    onNewDay: async (now) => {
      if (now < half || now.getTime() % 3 !== 0) await rollUpStock(a.merchantId, { now });
    },
  });
  const stocks = await inMerchant(a.merchantId, (tx) => tx.stock.findMany());
  for (const { skuId, onHand, valueFen } of stocks) {
    expect({ skuId, units: onHand, valueFen }).toEqual({ skuId, ...replay.stock(skuId) });
  }
  const lines = await inMerchant(a.merchantId, (tx) =>
    tx.orderLine.findMany({ select: { orderId: true, lineNo: true, goodsCostFen: true } }),
  );
  for (const { orderId, lineNo, goodsCostFen } of lines) {
    expect(goodsCostFen).toBe(replay.costOf(orderId, lineNo));
  }
  expect(lines.length).toBeGreaterThan(20);
}, 180_000);

test("days written one by one equal those that are written anew, however often and by how many", async () => {
  const now = new Date(endOf(lastDay).getTime() + 86_400_000);
  await Promise.all([1, 2, 3].map(() => rollUpStock(a.merchantId, { now })));
  const accumulated = await days();
  expect(accumulated.length).toBeGreaterThan(30);
  await rollUpStock(a.merchantId, { now, anew: true });
  expect(await days()).toEqual(accumulated);
  expect(await rollUpStock(a.merchantId, { now })).toEqual({ written: 0 });
  expect(await days()).toEqual(accumulated);
});

test("moments of the open day follow each other and each stays for a while; written anew it is the same", async () => {
  const at = (minutes: number) => new Date(endOf(lastDay).getTime() + minutes * 60_000);
  const moments = () =>
    inMerchant(a.merchantId, (tx) =>
      tx.stockDayOpen.findMany({ orderBy: { countedUntil: "asc" } }),
    );
  await rollUpStock(a.merchantId, { now: at(3_000), anew: true });
  const first = await moments();
  expect(first.map(({ skuId }) => skuId).sort()).toEqual([...a.skuIds].sort());
  await rollUpStock(a.merchantId, { now: at(3_000) });
  expect(await moments()).toEqual(first);
  await rollUpStock(a.merchantId, { now: at(3_010) });
  expect((await moments()).slice(0, 3)).toEqual(first);
  expect(await moments()).toHaveLength(6);
  // However late the next run: the last moment before it stays.
  await rollUpStock(a.merchantId, { now: at(4_000) });
  expect((await moments()).map(({ countedUntil }) => countedUntil)).toEqual(
    [3_000, 3_000, 3_000, 3_990, 3_990, 3_990].map(at),
  );
});

test("a movement that came later than it may is found by the next run", async () => {
  const now = new Date(endOf(lastDay).getTime() + 86_400_000);
  const [skuId] = a.skuIds;
  await asSuperuser((client) =>
    client.query(
      `with m as (insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
         values ($1, gen_random_uuid(), $2, 3, 100, 'found', gen_random_uuid(), $3) returning sku_id)
       update stock s set on_hand = on_hand + 3, value_fen = value_fen + 100 from m where s.sku_id = m.sku_id`,
      [a.merchantId, skuId, shanghaiDayRange("2026-03-05").from],
    ),
  );
  expect((await rollUpStock(a.merchantId, { now })).written).toBeGreaterThan(5);
  const healed = await days();
  await rollUpStock(a.merchantId, { now, anew: true });
  expect(await days()).toEqual(healed);
});

/** The report as the movements themselves tell it, day by day. */
async function plainReport(from: string, to: string) {
  const movements = await inMerchant(a.merchantId, (tx) =>
    tx.stockMovement.findMany({ orderBy: { createdAt: "asc" } }),
  );
  const before = (day: string) =>
    movements.filter(({ createdAt }) => createdAt < shanghaiDayRange(day).from);
  const amountOf = (rows: typeof movements) => ({
    units: rows.reduce((sum, { delta }) => sum + delta, 0),
    valueFen: rows.reduce((sum, { valueFen }) => sum + valueFen, 0n),
  });
  const rows = before(to)
    .filter((movement) => !before(from).includes(movement))
    .map(({ reason, delta, valueFen }): StockFlowRow => {
      const flow = flowOfReason(reason);
      const way = flow === "sold" ? -1 : 1;
      return { flow, units: way * delta, valueFen: BigInt(way) * valueFen };
    });
  let valueDaysFen = 0n;
  let emptySkuDays = 0;
  for (let day = from; day < to; day = addDays(day, 1)) {
    const until = before(addDays(day, 1));
    valueDaysFen += amountOf(until).valueFen;
    for (const skuId of a.skuIds) {
      const own = until.filter((movement) => movement.skuId === skuId);
      if (own.length > 0 && amountOf(own).units === 0) emptySkuDays += 1;
    }
  }
  return { report: reportStock(amountOf(before(from)), rows), valueDaysFen, emptySkuDays };
}

test.each([
  ["every day", firstDay, addDays(lastDay, 1)],
  ["one day", "2026-03-04", "2026-03-05"],
  ["a week", "2026-03-05", "2026-03-12"],
  ["before anything", "2025-01-01", "2025-02-01"],
  ["the days that no run has seen", "2026-03-20", "2026-04-01"],
])(
  "the report over %s equals the movements, with days written and without",
  async (_what, from, to) => {
    const now = new Date(endOf(lastDay).getTime() + 5 * 86_400_000);
    const window = { from, to };
    const ask = () =>
      inMerchant(a.merchantId, async (tx) => {
        const open = await findOpenDay(tx, a.merchantId);
        const question = { merchantId: a.merchantId, part: whole, open, now };
        const asked = { ...question, windows: [window] as const, slowDays: 30, limit: 100 };
        const { totals, skus } = await readStockWindows(tx, asked);
        return { totals: totals[0], skus };
      });
    const rolled = await ask();
    const plain = await plainReport(from, to);
    expect(rolled.totals).toMatchObject(plain);
    const closing = rolled.skus.reduce((sum, { report }) => sum + report.closing.valueFen, 0n);
    expect(closing).toBe(plain.report.closing.valueFen);
    const undone = new Error("looked, not done");
    await expect(
      inMerchant(a.merchantId, async (tx) => {
        const { merchantId } = a;
        await tx.stockDayOpen.deleteMany({ where: { merchantId } });
        await tx.stockDay.deleteMany({
          where: { merchantId, day: { gt: new Date("2026-03-08") } },
        });
        const open = await findOpenDay(tx, a.merchantId);
        const question = { merchantId: a.merchantId, part: whole, open, now };
        const asked = { ...question, windows: [window] as const, slowDays: 30, limit: 100 };
        const { totals: live } = await readStockWindows(tx, asked);
        expect(live[0]).toEqual(rolled.totals);
        throw undone;
      }),
    ).rejects.toBe(undone);
  },
);

test("another merchant's stock is not in it", async () => {
  const { b } = await testMerchants();
  const now = endOf(lastDay);
  const windows = [{ from: firstDay, to: addDays(lastDay, 1) }] as const;
  const { merchantId } = b;
  const { totals: all } = await inMerchant(merchantId, async (tx) => {
    const open = await findOpenDay(tx, merchantId);
    return readStockWindows(tx, {
      merchantId,
      part: whole,
      windows,
      slowDays: 30,
      open,
      now,
      limit: 9,
    });
  });
  const [totals] = all;
  expect(totals?.report.sold).toEqual({ units: 0, valueFen: 0n });
  expect(totals?.report.closing.units).toBe(300);
});

test("all of this breaks no invariant", async () => {
  const broken = await asSuperuser(async (client) => {
    await client.query("select set_config('app.invariants_at', '2000-01-01', false)");
    return (await runInvariants(client)).filter(({ rowCount }) => rowCount > 0);
  });
  expect(broken.map(({ name }) => name)).toEqual([]);
});
