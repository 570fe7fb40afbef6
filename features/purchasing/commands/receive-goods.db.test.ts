import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addPurchase, addSupplier, receive } from "@/e2e/purchase-fixtures";
import { cancelPurchaseOrder } from "@/features/purchasing/commands/cancel-purchase-order";
import { placePurchaseOrder } from "@/features/purchasing/commands/place-purchase-order";
import { savePurchaseOrder } from "@/features/purchasing/commands/save-purchase-order";
import { saveSupplier } from "@/features/purchasing/commands/save-supplier";
import { purchaseInput, receiptInput, supplierInput } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";
import { runInvariants } from "@/scripts/database/run-invariants";

const now = new Date("2026-05-01T02:00:00.000Z");
const at = { now, random: secureRandom };

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
});

async function stockOf(skuId: string) {
  return inMerchant(a.merchantId, (tx) =>
    tx.stock.findUniqueOrThrow({
      where: { merchantId_skuId: { merchantId: a.merchantId, skuId } },
      select: { onHand: true, valueFen: true, sku: { select: { costFen: true } } },
    }),
  );
}

test("a delivery in two parts moves stock, value and the moving average each time, and ends the order", async () => {
  const [skuId] = a.skuIds;
  const { onHand, valueFen } = await stockOf(skuId);
  const order = await addPurchase(a, [{ skuId, units: 30, unitCostFen: 6_000n }], now);
  expect(await receive(a, order, [[1, 10]], now)).toEqual({ ok: true, state: "partly_received" });
  const after = await stockOf(skuId);
  expect(after).toMatchObject({ onHand: onHand + 10, valueFen: valueFen + 60_000n });
  // 100 at 49.50 and 10 at 60.00: 50.4545…
  expect(after.sku.costFen).toBe(5_045n);
  expect(await receive(a, order, [[1, 20]], now)).toEqual({ ok: true, state: "received" });
  expect(await receive(a, order, [[1, 1]], now)).toEqual({ ok: false, reason: "not_open" });
  expect(await stockOf(skuId)).toMatchObject({
    onHand: onHand + 30,
    valueFen: valueFen + 180_000n,
  });
});

test("two deliveries at once never bring more than was ordered", async () => {
  const [skuId] = a.skuIds;
  const { onHand } = await stockOf(skuId);
  const order = await addPurchase(a, [{ skuId, units: 10, unitCostFen: 100n }], now);
  const results = await Promise.all([1, 2, 3].map(() => receive(a, order, [[1, 6]], now)));
  const taken = results.filter(({ ok }) => ok);
  expect(taken).toHaveLength(1);
  expect(results.filter((result) => !result.ok)).toEqual(
    Array(2).fill({ ok: false, reason: "over_receipt", lineNo: 1 }),
  );
  expect((await stockOf(skuId)).onHand).toBe(onHand + 6);
});

test("the same delivery sent five times at once is taken in once", async () => {
  const [skuId] = a.skuIds;
  const { onHand } = await stockOf(skuId);
  const order = await addPurchase(a, [{ skuId, units: 100, unitCostFen: 100n }], now);
  const key = newId();
  const results = await Promise.all(
    [1, 2, 3, 4, 5].map(() => receive(a, order, [[1, 7]], now, key)),
  );
  expect(results).toEqual(Array(5).fill({ ok: true, state: "partly_received" }));
  expect((await stockOf(skuId)).onHand).toBe(onHand + 7);
});

test("deliveries of the same goods in different orders never lock each other out", async () => {
  const [one, two, three] = a.skuIds;
  const line = (skuId: string) => ({ skuId, units: 5, unitCostFen: 100n });
  const there = await addPurchase(a, [line(one), line(two), line(three)], now);
  const back = await addPurchase(a, [line(three), line(two), line(one)], now);
  const all: [number, number][] = [
    [1, 5],
    [2, 5],
    [3, 5],
  ];
  const results = await Promise.all([receive(a, there, all, now), receive(a, back, all, now)]);
  expect(results).toEqual(Array(2).fill({ ok: true, state: "received" }));
});

test("what was cancelled takes nothing in, what had come before stays; a draft takes nothing in", async () => {
  const [skuId] = a.skuIds;
  const order = await addPurchase(a, [{ skuId, units: 10, unitCostFen: 100n }], now);
  await receive(a, order, [[1, 4]], now);
  const { onHand } = await stockOf(skuId);
  const staff = { merchantId: a.merchantId, staffId: a.ownerId };
  const cancel = () => cancelPurchaseOrder(staff, { purchaseOrderId: order }, now);
  expect(await cancel()).toEqual({ ok: true });
  expect(await cancel()).toEqual({ ok: false, reason: "ended" });
  expect(await receive(a, order, [[1, 6]], now)).toEqual({ ok: false, reason: "not_open" });
  expect((await stockOf(skuId)).onHand).toBe(onHand);
  const draft = await addPurchase(a, [{ skuId, units: 1, unitCostFen: 1n }], now, "draft");
  expect(await receive(a, draft, [[1, 1]], now)).toEqual({ ok: false, reason: "not_open" });
});

test("another merchant's purchase order, supplier and SKU are not there", async () => {
  const [skuId] = a.skuIds;
  const order = await addPurchase(a, [{ skuId, units: 10, unitCostFen: 100n }], now);
  expect(await receive(b, order, [[1, 1]], now)).toEqual({ ok: false, reason: "not_found" });
  const staff = { merchantId: b.merchantId, staffId: b.ownerId };
  const supplierId = await addSupplier(b, now);
  const lines = [{ skuId, units: 1, unitCostFen: 1n }];
  expect(await savePurchaseOrder(staff, null, { supplierId, note: "", lines }, at)).toEqual({
    ok: false,
    reason: "sku_missing",
    index: 0,
  });
  const foreign = { supplierId: await addSupplier(a, now), note: "", lines: [] };
  expect(await savePurchaseOrder(staff, null, foreign, at)).toEqual({
    ok: false,
    reason: "supplier_missing",
  });
  const seen = { purchaseOrderId: order, version: 1 };
  expect(await placePurchaseOrder(staff, seen, now)).toEqual({ ok: false, reason: "changed" });
  const input = supplierInput.parse({
    name: "别家",
    contactName: "",
    phone: "",
    leadDays: "1",
    note: "",
  });
  const changed = await saveSupplier(staff, foreign.supplierId, input, now);
  expect(changed).toEqual({ ok: false, reason: "not_found" });
});

test("a draft that was changed meanwhile is neither changed again nor ordered unread", async () => {
  const staff = { merchantId: a.merchantId, staffId: a.ownerId };
  const [skuId] = a.skuIds;
  const order = await addPurchase(a, [{ skuId, units: 10, unitCostFen: 100n }], now, "draft");
  const seen = { purchaseOrderId: order, version: 1 };
  const supplierId = await addSupplier(a, now);
  const change = { supplierId, note: "", lines: [{ skuId, units: 3, unitCostFen: 50n }] };
  expect(await savePurchaseOrder(staff, seen, change, at)).toMatchObject({ ok: true });
  const changed = { ok: false, reason: "changed" };
  expect(await savePurchaseOrder(staff, seen, change, at)).toEqual(changed);
  expect(await placePurchaseOrder(staff, seen, now)).toEqual(changed);
  expect(await placePurchaseOrder(staff, { ...seen, version: 2 }, now)).toEqual({ ok: true });
  expect(await savePurchaseOrder(staff, { ...seen, version: 2 }, change, at)).toEqual(changed);
  const twice = { ...change, lines: [...change.lines, ...change.lines] };
  expect(await savePurchaseOrder(staff, null, twice, at)).toEqual({
    ok: false,
    reason: "duplicate_sku",
    index: 1,
  });
});

test.each([
  ["no units", { units: "0" }],
  ["negative units", { units: "-3" }],
  ["half a unit", { units: "1.5" }],
  ["more units than anybody buys", { units: "100001" }],
  ["digits without an end", { units: "9".repeat(400) }],
  ["a cost with three decimals", { unitCostFen: "1.005" }],
  ["a negative cost", { unitCostFen: "-1" }],
  ["a huge cost", { unitCostFen: "99999999999" }],
  ["no SKU", { skuId: "x" }],
])("a purchase line with %s is refused", (_what, wrong) => {
  const line = { skuId: newId(), units: "3", unitCostFen: "12.50", ...wrong };
  expect(purchaseInput.safeParse({ supplierId: newId(), note: "", lines: [line] }).success).toBe(
    false,
  );
});

test("a delivery form counts empty lines as nothing and refuses what is no number of units", () => {
  const form = (units: string) =>
    receiptInput.safeParse({
      purchaseOrderId: newId(),
      idempotencyKey: newId(),
      note: "",
      lines: [{ lineNo: "1", units }],
    });
  expect(form("").data?.lines).toEqual([]);
  expect(form("3").data?.lines).toEqual([{ lineNo: 1, units: 3 }]);
  for (const units of ["-1", "1.5", "1e3", "100001", "３"]) expect(form(units).success).toBe(false);
});

test("all of this breaks no invariant", async () => {
  const broken = await asSuperuser(async (client) => {
    await client.query("select set_config('app.invariants_at', '2000-01-01', false)");
    return (await runInvariants(client)).filter(({ rowCount }) => rowCount > 0);
  });
  expect(broken).toEqual([]);
});
