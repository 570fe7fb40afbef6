import { expect, test } from "vitest";
import { CLASSIC_PLAN } from "@/domain/forecast/classic-plan";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { saveForecast } from "@/features/forecasts/commands/save-forecast";
import { listForecasts } from "@/features/forecasts/queries/list-forecasts";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
/** In Shanghai it is the 9th of June already. */
const now = new Date("2026-06-08T16:30:00.000Z");
const june = { from: "2026-06-09", to: "2026-07-09" };

const save = (shop: TestMerchant, over: object = {}) =>
  saveForecast(
    { merchantId: shop.merchantId, staffId: shop.ownerId },
    { title: "端午", plan: CLASSIC_PLAN, window: june, ...over },
    now,
  );
const list = ({ merchantId }: TestMerchant, today: string) =>
  inMerchant(merchantId, (tx) => listForecasts(tx, { merchantId, today, limit: 20 }));

test("a forecast is kept with its plan and what it promised, open until its last day is over, and audited", async () => {
  const saved = await save(a);
  const forecast = { title: "端午", window: june, plan: CLASSIC_PLAN, orders: 840 };
  const { over, open } = await list(a, "2026-07-08");
  expect([over, open]).toMatchObject([[], [{ ...forecast, salesFen: 84_000_00n }]]);
  expect(await list(a, "2026-07-09")).toMatchObject({ over: [forecast], open: [] });
  expect(await list(b, "2026-07-09")).toEqual({ over: [], open: [] });
  const { rows } = await asSuperuser((db) =>
    db.query("select object_id, details from audit_entry where action = 'forecast.save'"),
  );
  expect(saved).toEqual({ ok: true, forecastId: rows[0].object_id });
  expect(rows).toMatchObject([{ details: { fromDay: june.from, orders: 840 } }]);
});

test("days that have begun and plans that cannot be are refused, and nothing is kept", async () => {
  const begun = { from: "2026-06-08", to: "2026-07-09" };
  expect(await save(b, { window: begun })).toEqual({ ok: false, reason: "begun" });
  expect(await save(b, { plan: { ...CLASSIC_PLAN, hops: 11 } })).toMatchObject({ ok: false });
  expect(await list(b, "2026-06-09")).toEqual({ over: [], open: [] });
});

test("what was promised cannot be changed or dropped afterwards, by nobody", async () => {
  await save(a);
  const { merchantId } = a;
  const [changed, dropped] = await Promise.allSettled([
    inMerchant(merchantId, (tx) => tx.forecast.updateMany({ data: { orders: 1 } })),
    inMerchant(merchantId, (tx) => tx.forecast.deleteMany()),
  ]);
  expect([changed?.status, dropped?.status]).toEqual(["rejected", "rejected"]);
  for (const sql of [
    "update forecast set title = 'x'",
    "delete from forecast",
    "truncate forecast",
  ]) {
    await expect(asSuperuser((db) => db.query(sql))).rejects.toThrow("append-only");
  }
});
