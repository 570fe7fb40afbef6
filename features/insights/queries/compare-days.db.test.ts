import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { compareDays } from "@/features/insights/queries/compare-days";
import { listBestSellers } from "@/features/insights/queries/list-best-sellers";
import { listSalesByHour } from "@/features/insights/queries/list-sales-by-hour";
import { listSharesByDay } from "@/features/insights/queries/list-shares-by-day";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;
const shanghai = (moment: string) => new Date(`${moment}+08:00`);
const now = shanghai("2026-06-10T15:30:00.000");
const buyer = { customerId: a.customerId, addressId: a.buyer.addressId };
const lines = [{ skuId: a.skuIds[0] ?? "", quantity: 1 }];

async function sell(moment: string): Promise<bigint> {
  const at = shanghai(moment);
  const order = await placeTestOrder(a, buyer, lines, at);
  await payTestOrder(a, order, at);
  return order.payableFen;
}

test("today until now stands beside yesterday until the same time, by Shanghai's midnight", async () => {
  await addFreeFreight(a);
  await addRule(a, { level: 1, rateBps: 1000 }, shanghai("2026-06-01T00:00:00.000"));
  // Two seconds around midnight, one sale after yesterday's "now", one not paid.
  const fen = await sell("2026-06-09T23:59:59.000");
  await sell("2026-06-10T00:00:00.000");
  await sell("2026-06-10T15:29:59.000");
  await sell("2026-06-09T10:00:00.000");
  await sell("2026-06-09T16:00:00.000");
  await placeTestOrder(a, buyer, lines, shanghai("2026-06-10T12:00:00.000"));

  const { today, yesterday } = await inMerchant(merchantId, (tx) =>
    compareDays(tx, { merchantId, now }),
  );
  expect(today).toMatchObject({ orders: 2, netSalesFen: 2n * fen, buyers: 1, visitors: 1 });
  expect(today.conversionBps).toBe(10_000);
  expect(yesterday).toMatchObject({ orders: 1, netSalesFen: fen, buyers: 1 });

  const hours = await inMerchant(merchantId, (tx) =>
    listSalesByHour(tx, { merchantId, day: "2026-06-10" }),
  );
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual({ hour: 0, fen, previousFen: 0n });
  expect(hours[23]).toEqual({ hour: 23, fen: 0n, previousFen: fen });

  const from = shanghai("2026-06-10T00:00:00.000");
  const sellers = await inMerchant(merchantId, (tx) =>
    listBestSellers(tx, { merchantId, from, to: now, limit: 5 }),
  );
  expect(sellers).toMatchObject([{ productId: a.productIds[0], units: 2, salesFen: 2n * fen }]);
});

test("a day without anybody has no conversion, and another merchant sees none of it", async () => {
  const { today } = await inMerchant(b.merchantId, (tx) =>
    compareDays(tx, { merchantId: b.merchantId, now }),
  );
  expect(today).toMatchObject({ orders: 0, netSalesFen: 0n, visitors: 0, conversionBps: null });
});

test("a window of days holds every day of it once, also those without a click", async () => {
  const window = { merchantId, from: shanghai("2026-06-04T00:00:00.000"), to: now };
  const days = await inMerchant(merchantId, (tx) => listSharesByDay(tx, window));
  expect(days.map(({ day }) => day)).toEqual([
    "2026-06-04",
    "2026-06-05",
    "2026-06-06",
    "2026-06-07",
    "2026-06-08",
    "2026-06-09",
    "2026-06-10",
  ]);
});
