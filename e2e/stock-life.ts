import { shanghaiDay, shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import {
  adjustStock,
  issueStock,
  receiveStock,
  type StockValue,
} from "@/domain/stock/moving-average-cost";
import type { TestMerchant } from "@/e2e/database";
import {
  addAddress,
  addFreeFreight,
  payTestOrder,
  placeTestOrder,
  type TestOrder,
} from "@/e2e/order-fixtures";
import { addPurchase, receive } from "@/e2e/purchase-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { addCustomer } from "@/e2e/share-fixtures";
import { adjustSkuStock } from "@/features/catalogue/commands/adjust-sku-stock";
import { openCount } from "@/features/purchasing/commands/open-count";
import { postCount } from "@/features/purchasing/commands/post-count";
import { inMerchant } from "@/lib/db/in-merchant";

export type StockAct = {
  kind: "receive" | "sell" | "return" | "correct" | "count";
  sku: 0 | 1 | 2;
  units: number;
  unitCostFen: bigint;
  /** After the act before. */
  laterMs: number;
  /** At the last or first moment of a day instead. */
  atBorder: boolean;
};

type Sold = { order: TestOrder; skuId: string; units: number; costFen: bigint; returned: number };

/** What a pure replay of the acts says, without the database. */
type Replay = {
  stock: (skuId: string) => StockValue | undefined;
  costOf: (orderId: string, lineNo: number) => bigint | undefined;
};

/**
 * Lets the acts happen through the commands, one after the other, and beside it in the rules of
 * domain/stock alone. An act for which too little is there does not happen.
 */
export async function liveWithStock(
  shop: TestMerchant,
  acts: readonly StockAct[],
  from: Date,
  until: Date,
  { onNewDay }: { onNewDay: (now: Date) => Promise<void> },
): Promise<Replay> {
  await addFreeFreight(shop);
  const buyer = await addAddress(shop, (await addCustomer(shop)).customerId);
  const stocks = await openingStock(shop);
  const sold: Sold[] = [];
  let now = from;
  for (const act of acts) {
    const later = new Date(now.getTime() + act.laterMs);
    const at = act.atBorder ? borderOf(later) : later;
    if (at >= until) break;
    if (shanghaiDay(at) !== shanghaiDay(now)) await onNewDay(at);
    now = at;
    const skuId = shop.skuIds[act.sku];
    const before = stocks.get(skuId);
    if (!before) throw new Error("a SKU without stock");
    const after = await perform({ shop, buyer, sold, act, skuId, before, now });
    if (after) stocks.set(skuId, after);
  }
  return {
    stock: (skuId) => stocks.get(skuId),
    costOf: (orderId, lineNo) =>
      lineNo === 1 ? sold.find(({ order }) => order.orderId === orderId)?.costFen : undefined,
  };
}

/** The last millisecond of the day. */
function borderOf(at: Date): Date {
  return new Date(shanghaiDayRange(shanghaiDay(at)).to.getTime() - 1);
}

async function openingStock({ merchantId }: TestMerchant): Promise<Map<string, StockValue>> {
  const rows = await inMerchant(merchantId, (tx) => tx.stock.findMany());
  return new Map(
    rows.map(({ skuId, onHand, valueFen }) => [skuId, { units: onHand, valueFen }] as const),
  );
}

type Scene = {
  shop: TestMerchant;
  buyer: { customerId: string; addressId: string };
  sold: Sold[];
  act: StockAct;
  skuId: string;
  before: StockValue;
  now: Date;
};

async function perform(scene: Scene): Promise<StockValue | null> {
  const { shop, act, skuId, before, now } = scene;
  const { units, unitCostFen } = act;
  if (act.kind === "receive") {
    const order = await addPurchase(shop, [{ skuId, units, unitCostFen }], now);
    await receive(shop, order, [[1, units]], now);
    return receiveStock(before, units, unitCostFen * BigInt(units));
  }
  if (act.kind === "sell") return sell(scene);
  if (act.kind === "return") return giveBack(scene);
  const delta = act.unitCostFen % 2n === 0n ? -units : units;
  const costed = adjustStock(before, delta, await enteredCost(shop, skuId));
  if (!costed.ok) return null;
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  if (act.kind === "correct") {
    await adjustSkuStock(staff, { skuId, delta, note: "更正" }, now);
  } else {
    await count(scene, before.units + delta);
  }
  return costed.stock;
}

async function enteredCost({ merchantId }: TestMerchant, id: string): Promise<bigint> {
  const sku = await inMerchant(merchantId, (tx) => tx.sku.findFirstOrThrow({ where: { id } }));
  return sku.costFen;
}

async function sell({ shop, buyer, sold, act, skuId, before, now }: Scene) {
  const { units } = act;
  const issued = issueStock(before, Math.min(units, 99));
  if (!issued.ok) return null;
  const order = await placeTestOrder(shop, buyer, [{ skuId, quantity: units }], now);
  await payTestOrder(shop, order, now);
  sold.push({ order, skuId, units, costFen: -issued.movedFen, returned: 0 });
  return issued.stock;
}

/** A part of the last sale of the SKU that has something left comes back, at its share of the cost. */
async function giveBack({ shop, sold, act, skuId, before, now }: Scene) {
  const sale = sold.findLast((one) => one.skuId === skuId && one.returned < one.units);
  if (!sale) return null;
  const units = Math.min(act.units, sale.units - sale.returned);
  const { order } = sale;
  const unitFen = order.payableFen / BigInt(sale.units);
  const line = {
    lineNo: 1,
    quantity: units,
    amountFen: unitFen * BigInt(units),
    restockQuantity: units,
  };
  await refundTestOrder(shop, order, { lines: [line] }, now);
  const shareOf = (count: number) =>
    (2n * sale.costFen * BigInt(count) + BigInt(sale.units)) / (2n * BigInt(sale.units));
  const costFen = shareOf(sale.returned + units) - shareOf(sale.returned);
  sale.returned += units;
  return receiveStock(before, units, costFen);
}

async function count({ shop, skuId, now }: Scene, countedUnits: number): Promise<void> {
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  // What happens in the same millisecond as the opening counts as after it.
  const opened = await openCount(
    staff,
    { name: "抽盘", categoryId: "" },
    new Date(now.getTime() + 1),
  );
  if (!opened.ok) throw new Error(opened.reason);
  const { countId } = opened;
  const { lineNo } = await inMerchant(shop.merchantId, (tx) =>
    tx.stockCountLine.findFirstOrThrow({ where: { countId, skuId } }),
  );
  const lines = [{ lineNo, countedUnits, reason: "盘点差异" }];
  const posted = await postCount(staff, { countId, lines }, now);
  if (!posted.ok || posted.posted !== 1) throw new Error("the count was not booked");
}
