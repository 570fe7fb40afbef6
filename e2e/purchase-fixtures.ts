import type { TestMerchant } from "@/e2e/database";
import { placePurchaseOrder } from "@/features/purchasing/commands/place-purchase-order";
import { type ReceivedGoods, receiveGoods } from "@/features/purchasing/commands/receive-goods";
import { savePurchaseOrder } from "@/features/purchasing/commands/save-purchase-order";
import { saveSupplier } from "@/features/purchasing/commands/save-supplier";
import type { PurchaseInput } from "@/features/purchasing/schema";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

/** A supplier who delivers within a week. @returns their id */
export async function addSupplier(shop: TestMerchant, now: Date): Promise<string> {
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  const input = {
    name: `供应商 ${newId()}`,
    contactName: "老张",
    phone: "0571-88880000",
    leadDays: 7,
    note: "",
    isActive: "yes" as const,
  };
  const saved = await saveSupplier(staff, null, input, now);
  if (!saved.ok) throw new Error(saved.reason);
  return saved.supplierId;
}

/** A purchase order that was placed, or a draft of one. @returns its id */
export async function addPurchase(
  shop: TestMerchant,
  lines: PurchaseInput["lines"],
  now: Date,
  state: "draft" | "ordered" = "ordered",
): Promise<string> {
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  const supplierId = await addSupplier(shop, now);
  const at = { now, random: secureRandom };
  const saved = await savePurchaseOrder(staff, null, { supplierId, note: "", lines }, at);
  if (!saved.ok) throw new Error(saved.reason);
  const { purchaseOrderId } = saved;
  if (state === "draft") return purchaseOrderId;
  const placed = await placePurchaseOrder(staff, { purchaseOrderId, version: 1 }, now);
  if (!placed.ok) throw new Error(placed.reason);
  return purchaseOrderId;
}

/** Takes a delivery in: of each line that many units. */
export async function receive(
  shop: TestMerchant,
  purchaseOrderId: string,
  arrived: readonly (readonly [lineNo: number, units: number])[],
  now: Date,
  idempotencyKey: string = newId(),
): Promise<ReceivedGoods> {
  const staff = { merchantId: shop.merchantId, staffId: shop.ownerId };
  const lines = arrived.map(([lineNo, units]) => ({ lineNo, units }));
  return receiveGoods(staff, { purchaseOrderId, idempotencyKey, note: "", lines }, now);
}
