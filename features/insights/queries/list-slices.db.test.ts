import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { listSlices } from "@/features/insights/queries/list-slices";
import { inMerchant } from "@/lib/db/in-merchant";

const { a, b } = await testMerchants();
const { merchantId } = a;

test("parts of the shop are listed with their sums, over whole months and pieces of months alike", async () => {
  await addFreeFreight(a);
  const days = ["2026-06-29", "2026-06-30", "2026-07-01", "2026-07-31", "2026-08-01", "2026-08-02"];
  await addRule(a, { level: 1, rateBps: 1_000 }, new Date("2026-06-01T00:00:00Z"));
  const fen = new Map<string, bigint>();
  for (const [at, day] of days.entries()) {
    const noon = new Date(`${day}T12:00:00+08:00`);
    const skuId = a.skuIds[at % 2] ?? "";
    const order = await placeTestOrder(a, a.buyer, [{ skuId, quantity: at + 1 }], noon);
    await payTestOrder(a, order, noon);
    fen.set(day, order.payableFen);
  }
  await advanceRollUps(merchantId, new Date("2026-08-03T00:00:00+08:00"));
  const windows = [
    { from: "2026-06-30", to: "2026-08-02" },
    { from: "2026-07-01", to: "2026-08-01" },
    { from: "2026-06-29", to: "2026-07-01" },
    { from: "2026-07-02", to: "2026-08-03" },
  ];
  for (const window of windows) {
    const found = await inMerchant(merchantId, (tx) =>
      listSlices(tx, { merchantId, kind: "product", window, order: "grossFen", limit: 10 }),
    );
    const wanted = a.productIds
      .map((key, which) => ({
        key,
        grossFen: days
          .filter((day, at) => at % 2 === which && day >= window.from && day < window.to)
          .reduce((sum, day) => sum + (fen.get(day) ?? 0n), 0n),
      }))
      .filter(({ grossFen }) => grossFen > 0n)
      .toSorted((one, other) => (one.grossFen < other.grossFen ? 1 : -1));
    expect(found.map(({ key, figures }) => ({ key, grossFen: figures.grossFen }))).toEqual(wanted);
    expect(found.every(({ title, key }) => title !== "" && title !== key)).toBe(true);
  }
  const regions = await inMerchant(merchantId, (tx) =>
    listSlices(tx, {
      merchantId,
      kind: "region",
      window: windows[0] ?? { from: "", to: "" },
      order: "netFen",
      limit: 1,
    }),
  );
  expect(regions).toHaveLength(1);
  const elsewhere = await inMerchant(b.merchantId, (tx) =>
    listSlices(tx, {
      merchantId: b.merchantId,
      kind: "product",
      window: { from: "2026-06-01", to: "2026-09-01" },
      order: "netFen",
      limit: 9,
    }),
  );
  expect(elsewhere).toEqual([]);
});
