import { openCount } from "@/features/purchasing/commands/open-count";
import { placePurchaseOrder } from "@/features/purchasing/commands/place-purchase-order";
import { postCount } from "@/features/purchasing/commands/post-count";
import { receiveGoods } from "@/features/purchasing/commands/receive-goods";
import { savePurchaseOrder } from "@/features/purchasing/commands/save-purchase-order";
import { saveSupplier } from "@/features/purchasing/commands/save-supplier";
import type { PurchaseInput } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { dayMs } from "@/prisma/seed/history/calendar";
import type { Deed } from "@/prisma/seed/history/deed";
import type { Stage } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";

/** How long the demo's suppliers take. */
const leadDays = 5;

type Purchase = {
  supplier: string;
  lines: PurchaseInput["lines"];
  /** How far it has come: what arrived is a share of each line. */
  state: "draft" | "ordered" | "partly" | "whole";
};

/** Goods that the warehouse had ordered arrive, or a purchase order that is still on its way. */
export function purchase(atMs: number, { supplier, lines, state }: Purchase): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async (stage, now) => {
      const { merchantId, staffIds } = stage.shop;
      const staff = { merchantId, staffId: staffIds.warehouse };
      const hasArrived = state === "partly" || state === "whole";
      const orderedAt = hasArrived ? new Date(now.getTime() - leadDays * dayMs) : now;
      const supplierId = await findSupplier(stage, supplier, orderedAt);
      const random = seededRandom(`${stage.seed}:purchase:${atMs}:${lines[0]?.skuId}`);
      const at = { now: orderedAt, random };
      const input = { supplierId, note: "", lines };
      const { purchaseOrderId } = expectOk(await savePurchaseOrder(staff, null, input, at));
      if (state === "draft") return;
      expectOk(await placePurchaseOrder(staff, { purchaseOrderId, version: 1 }, orderedAt));
      if (!hasArrived) return;
      const arrived = lines.map(({ units }, index) => ({
        lineNo: index + 1,
        units: state === "whole" ? units : Math.ceil(units / 2),
      }));
      const receipt = { purchaseOrderId, idempotencyKey: newId(), note: "", lines: arrived };
      expectOk(await receiveGoods(staff, receipt, now));
    },
  };
}

async function findSupplier(
  { shop: { merchantId, staffIds } }: Stage,
  name: string,
  now: Date,
): Promise<string> {
  const known = await inMerchant(merchantId, (tx) =>
    tx.supplier.findFirst({ where: { merchantId, name }, select: { id: true } }),
  );
  if (known) return known.id;
  const staff = { merchantId, staffId: staffIds.warehouse };
  const input = {
    name,
    contactName: "老徐",
    phone: "0573-80000000",
    leadDays,
    note: "月结，满 20 箱送货",
    isActive: "yes" as const,
  };
  return expectOk(await saveSupplier(staff, null, input, now)).supplierId;
}

/** The warehouse counts everything and finds a piece of the first SKU missing. */
export function countEverything(atMs: number): Deed {
  return {
    atMs,
    keys: [],
    alone: true,
    act: async ({ shop: { merchantId, staffIds } }, now) => {
      const staff = { merchantId, staffId: staffIds.warehouse };
      const sheet = { name: "月中盘点", categoryId: "" };
      const { countId } = expectOk(await openCount(staff, sheet, now));
      const lines = await inMerchant(merchantId, (tx) =>
        tx.stockCountLine.findMany({
          where: { merchantId, countId },
          orderBy: { lineNo: "asc" },
          include: { stock: true },
        }),
      );
      const broken = lines.find(({ stock }) => stock.onHand > stock.reserved);
      const counted = lines.map(({ lineNo, expectedUnits }) => ({
        lineNo,
        countedUnits: expectedUnits - (lineNo === broken?.lineNo ? 1 : 0),
        reason: lineNo === broken?.lineNo ? "外盒压坏，不能再卖" : "",
      }));
      expectOk(await postCount(staff, { countId, lines: counted }, new Date(now.getTime() + 1)));
    },
  };
}
