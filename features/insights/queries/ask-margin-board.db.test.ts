import { expect, test } from "vitest";
import { measure } from "@/domain/metrics/metric-list";
import { testMerchants } from "@/e2e/database";
import { addFreeFreight, addRule, payTestOrder, placeTestOrder } from "@/e2e/order-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { askMarginBoard } from "@/features/insights/queries/ask-margin-board";
import { readBoardRequest } from "@/features/insights/schema";
import { inMerchant } from "@/lib/db/in-merchant";

const { a } = await testMerchants();
const { merchantId } = a;
const now = new Date("2026-08-03T00:00:00+08:00");
const fixedCostPerDayFen = 1_000n;

await addFreeFreight(a);
await addRule(a, { level: 1, rateBps: 1_000 }, new Date("2026-06-01T00:00:00Z"));
await inMerchant(merchantId, async (tx) => {
  await tx.analyticsSetting.create({ data: { merchantId, fixedCostPerDayFen } });
  await tx.sku.updateMany({ where: { merchantId }, data: { costFen: 100n } });
});
for (const [day, which] of [
  ["2026-07-05", 0],
  ["2026-07-20", 1],
] as const) {
  const noon = new Date(`${day}T12:00:00+08:00`);
  const order = await placeTestOrder(
    a,
    a.buyer,
    [{ skuId: a.skuIds[which] ?? "", quantity: 2 }],
    noon,
  );
  await payTestOrder(a, order, noon);
}
await advanceRollUps(merchantId, now);

async function ask(slice = "") {
  const request = readBoardRequest({ from: "2026-07-01", until: "2026-07-31", slice }, now);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(merchantId, (tx) => askMarginBoard(tx, { merchantId, request }));
}
const profitOf = async (slice: string) => measure("grossProfit", (await ask(slice)).current).value;

test("gross profit of the products adds up to the shop's, and of each there is a line of margin alone", async () => {
  const parts = a.productIds.map((id) => `product:${id}`);
  const profits = await Promise.all(parts.map(profitOf));
  const sum = profits.reduce<bigint>((all, one) => all + BigInt(one ?? 0), 0n);
  expect(sum).toBe(await profitOf(""));
  expect(sum).toBeGreaterThan(0n);
  const { lines, costs } = await ask(parts[0]);
  expect(costs).toEqual({ breakEven: "none", hasFees: false });
  expect(lines[30].at(-1)).toMatchObject({ breakEvenBps: null, crossing: null });
  expect(lines[30].at(-1)?.marginBps).toBeGreaterThan(0);
});

test("a channel carries its own costs and not the shop's fixed ones", async () => {
  const [shop, direct] = [await ask(), await ask("channel:direct")];
  const [whole, own] = [shop.lines[30].at(-1), direct.lines[30].at(-1)];
  expect(own?.marginBps).toBe(whole?.marginBps);
  const netFen = measure("netSales", shop.current).value;
  const fixedBps = Number((30n * fixedCostPerDayFen * 10_000n) / BigInt(netFen ?? 0));
  const differ = (whole?.breakEvenBps ?? 0) - (own?.breakEvenBps ?? 0);
  expect(Math.abs(differ - fixedBps)).toBeLessThanOrEqual(1);
});
