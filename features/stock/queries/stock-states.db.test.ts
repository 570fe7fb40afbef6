import { expect, test } from "vitest";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { type DayWindow, listDays } from "@/domain/metrics/window";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { rollUpStock } from "@/features/stock/commands/roll-up-stock";
import { findOpenDay } from "@/features/stock/queries/find-open-day";
import { readStockWindows } from "@/features/stock/queries/read-stock-windows";
import { inMerchant } from "@/lib/db/in-merchant";

/** Empty for two days, for none, from the day on which it came, for a day, and at the end. */
const moves = [
  ["2001-02-03", 5, 50n],
  ["2001-02-05", -5, -50n],
  ["2001-02-07", 4, 61n],
  ["2001-02-08", -4, -61n],
  ["2001-02-08", 2, 30n],
  ["2001-02-10", -2, -30n],
  ["2001-02-11", 7, 70n],
  ["2001-02-14", -7, -70n],
] as const;
const windows: DayWindow[] = [
  { from: "2001-02-01", to: "2001-02-20" },
  { from: "2001-02-06", to: "2001-02-12" },
  { from: "2001-02-10", to: "2001-02-11" },
  { from: "2001-02-15", to: "2001-02-18" },
];

const { a } = await testMerchants();
const { merchantId } = a;
const [skuId] = a.skuIds;
await asSuperuser(async (client) => {
  for (const [day, delta, fen] of moves) {
    await client.query(
      `with m as (insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id, created_at)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, gen_random_uuid(), $6) returning sku_id)
       update stock s set on_hand = on_hand + $3, value_fen = value_fen + $4 from m where s.sku_id = m.sku_id`,
      [merchantId, skuId, delta, fen, delta > 0 ? "found" : "lost", shanghaiDayRange(day).from],
    );
  }
});

const at = (day: string) => moves.filter(([moved]) => moved <= day);
const unitsAt = (day: string) => at(day).reduce((sum, [, delta]) => sum + delta, 0);

function plain({ from, to }: DayWindow) {
  const days = listDays({ from, to }).filter((day) => at(day).length > 0);
  return {
    emptySkuDays: days.filter((day) => unitsAt(day) === 0).length,
    carriedSkuDays: days.length,
    valueDaysFen: days.reduce(
      (sum, day) => sum + at(day).reduce((all, [, , fen]) => all + fen, 0n),
      0n,
    ),
    closing: unitsAt(addDays(to, -1)),
  };
}

async function read() {
  const question = { merchantId, part: { kind: "product", key: a.productIds[0] }, slowDays: 60 };
  const now = shanghaiDayRange("2001-02-25").from;
  return inMerchant(merchantId, async (tx) => {
    const [first, ...rest] = windows;
    if (!first) return [];
    const open = await findOpenDay(tx, merchantId);
    const asked = { ...question, windows: [first, ...rest] as const, open, now, limit: 9 };
    const { totals } = await readStockWindows(tx, asked);
    return totals.map(({ emptySkuDays, carriedSkuDays, valueDaysFen, report }) => {
      return { emptySkuDays, carriedSkuDays, valueDaysFen, closing: report.closing.units };
    });
  });
}

test("days with nothing on hand count the same whichever of them are rolled up", async () => {
  expect(await read()).toEqual(windows.map(plain));
  for (const day of listDays({ from: "2001-02-04", to: "2001-02-17" })) {
    await rollUpStock(merchantId, { now: shanghaiDayRange(day).to });
    expect([day, await read()]).toEqual([day, windows.map(plain)]);
  }
});
