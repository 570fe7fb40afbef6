import { beforeAll, expect, test } from "vitest";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addPurchase, receive } from "@/e2e/purchase-fixtures";
import { adjustSkuStock } from "@/features/catalogue/commands/adjust-sku-stock";
import { closeCount } from "@/features/purchasing/commands/close-count";
import { openCount } from "@/features/purchasing/commands/open-count";
import { postCount } from "@/features/purchasing/commands/post-count";
import { countedInput } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { runInvariants } from "@/scripts/database/run-invariants";

const start = new Date("2026-05-01T02:00:00.000Z").getTime();
let minutes = 0;
/** A minute later at each call. */
const tick = () => {
  minutes += 1;
  return new Date(start + minutes * 60_000);
};

let a: TestMerchant;
let b: TestMerchant;
beforeAll(async () => {
  ({ a, b } = await testMerchants());
});

const clerk = (shop: TestMerchant) => ({ merchantId: shop.merchantId, staffId: shop.ownerId });

async function open(): Promise<string> {
  const opened = await openCount(clerk(a), { name: "月末盘点", categoryId: "" }, tick());
  if (!opened.ok) throw new Error(opened.reason);
  return opened.countId;
}

/** By the SKU's place in the fixture: what the sheet says of it. */
async function lineOf(countId: string, place: 0 | 1 | 2) {
  return inMerchant(a.merchantId, (tx) =>
    tx.stockCountLine.findFirstOrThrow({ where: { countId, skuId: a.skuIds[place] } }),
  );
}

async function post(
  countId: string,
  counted: [place: 0 | 1 | 2, units: number, reason?: string][],
) {
  const lines: { lineNo: number; countedUnits: number; reason: string }[] = [];
  for (const [place, countedUnits, reason = ""] of counted) {
    const { lineNo } = await lineOf(countId, place);
    lines.push({ lineNo, countedUnits, reason });
  }
  return postCount(clerk(a), { countId, lines }, tick());
}

async function stocks() {
  const rows = await inMerchant(a.merchantId, (tx) => tx.stock.findMany());
  return a.skuIds.map((id) => rows.find(({ skuId }) => skuId === id)?.onHand);
}

test("differences are booked with their reason at the moving average, and a whole sheet closes itself", async () => {
  const countId = await open();
  const [one = 0, two = 0, three = 0] = await stocks();
  expect(await post(countId, [[0, one - 3, "破损"]])).toEqual({
    ok: true,
    posted: 1,
    moved: [],
    belowReserved: [],
  });
  expect(await stocks()).toEqual([one - 3, two, three]);
  const movement = await inMerchant(a.merchantId, (tx) =>
    tx.stockMovement.findFirstOrThrow({ where: { referenceId: countId } }),
  );
  expect(movement).toMatchObject({
    delta: -3,
    valueFen: -3n * 4_950n,
    reason: "counted",
    note: "破损",
  });
  await post(countId, [
    [1, two],
    [2, three + 2, "找回"],
  ]);
  expect(await stocks()).toEqual([one - 3, two, three + 2]);
  expect(await post(countId, [[1, 5]])).toEqual({ ok: false, reason: "not_open" });
});

test("a line whose stock moved is counted again, also where it came back to the same number", async () => {
  const countId = await open();
  const [one = 0, two = 0, three = 0] = await stocks();
  const skuId = a.skuIds[0];
  await adjustSkuStock(clerk(a), { skuId, delta: 5, note: "借入" }, tick());
  await adjustSkuStock(clerk(a), { skuId, delta: -5, note: "归还" }, tick());
  const order = await addPurchase(a, [{ skuId: a.skuIds[1], units: 4, unitCostFen: 1n }], tick());
  await receive(a, order, [[1, 4]], tick());
  const result = await post(countId, [
    [0, one - 1, "少一件"],
    [1, two],
    [2, three - 1, "少一件"],
  ]);
  const moved = [(await lineOf(countId, 0)).lineNo, (await lineOf(countId, 1)).lineNo];
  expect(result).toEqual({ ok: true, posted: 1, moved: expect.any(Array), belowReserved: [] });
  expect(result.ok && [...result.moved].sort()).toEqual([...moved].sort());
  expect(await stocks()).toEqual([one, two + 4, three - 1]);
  expect(await lineOf(countId, 1)).toMatchObject({ expectedUnits: two + 4, hasMoved: true });
  expect(await post(countId, [[1, two + 3, "少一件"]])).toMatchObject({ ok: true, posted: 1 });
  expect(await stocks()).toEqual([one, two + 3, three - 1]);
  expect(await closeCount(clerk(a), countId, tick())).toEqual({ ok: true });
  expect(await closeCount(clerk(a), countId, tick())).toEqual({ ok: false, reason: "not_open" });
});

test("what orders were promised is not counted away, and the other lines are booked", async () => {
  const countId = await open();
  const [one = 0, two = 0] = await stocks();
  await asSuperuser((client) =>
    client.query("update stock set reserved = 6 where sku_id = $1", [a.skuIds[0]]),
  );
  const result = await post(countId, [
    [0, 5, "少了"],
    [1, two],
  ]);
  const { lineNo } = await lineOf(countId, 0);
  expect(result).toEqual({ ok: true, posted: 1, moved: [], belowReserved: [lineNo] });
  expect((await stocks())[0]).toBe(one);
  await asSuperuser((client) =>
    client.query("update stock set reserved = 0 where sku_id = $1", [a.skuIds[0]]),
  );
});

test("a difference without a reason, an unknown line, a line twice and an empty sheet book nothing", async () => {
  const countId = await open();
  const before = await stocks();
  const { lineNo } = await lineOf(countId, 0);
  const missing = { ok: false, reason: "reason_missing", lineNo };
  expect(await post(countId, [[0, (before[0] ?? 0) - 1]])).toEqual(missing);
  const line = { lineNo: 99, countedUnits: 1, reason: "x" };
  const send = (lines: (typeof line)[]) => postCount(clerk(a), { countId, lines }, tick());
  expect(await send([line])).toEqual({ ok: false, reason: "unknown_line", lineNo: 99 });
  const twice = { lineNo, countedUnits: 1, reason: "x" };
  expect(await send([twice, twice])).toMatchObject({ reason: "unknown_line" });
  expect(await send([])).toEqual({ ok: false, reason: "nothing" });
  const foreign = await postCount(clerk(b), { countId, lines: [twice] }, tick());
  expect(foreign).toEqual({ ok: false, reason: "not_open" });
  expect(await stocks()).toEqual(before);
});

test("a counted number is whole, not negative and no slip", () => {
  const counted = (countedUnits: string) =>
    countedInput.safeParse({
      countId: newId(),
      lines: [{ lineNo: "1", countedUnits, reason: "" }],
    });
  expect(counted("").data?.lines[0]?.countedUnits).toBeNull();
  expect(counted("0").data?.lines[0]?.countedUnits).toBe(0);
  for (const units of ["-1", "1.5", "1000001", "十"]) expect(counted(units).success).toBe(false);
});

test("all of this breaks no invariant", async () => {
  const broken = await asSuperuser(async (client) => {
    await client.query("select set_config('app.invariants_at', '2000-01-01', false)");
    return (await runInvariants(client)).filter(({ rowCount }) => rowCount > 0);
  });
  expect(broken).toEqual([]);
});
