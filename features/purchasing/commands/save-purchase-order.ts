import { recordAudit } from "@/features/audit/commands/record-audit";
import { newPurchaseNo } from "@/features/purchasing/commands/new-purchase-no";
import type { Clerk, PurchaseInput } from "@/features/purchasing/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import type { RandomBytes } from "@/lib/ids/random-code";

type SavedPurchase =
  | { ok: true; purchaseOrderId: string }
  | { ok: false; reason: "supplier_missing" | "changed" }
  | { ok: false; reason: "sku_missing" | "duplicate_sku"; index: number };

type At = { now: Date; random: RandomBytes };

/**
 * Drafts a purchase order (`seen` null) or replaces what a draft says. Guarded by the version that was
 * seen: who looked at an older draft, or at one that was ordered meanwhile, changes nothing.
 */
export async function savePurchaseOrder(
  staff: Clerk,
  seen: { purchaseOrderId: string; version: number } | null,
  input: PurchaseInput,
  at: At,
): Promise<SavedPurchase> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const fault = await findFault(tx, merchantId, input);
    if (fault) return fault;
    const { supplierId, note } = input;
    const id = seen?.purchaseOrderId ?? newId();
    if (seen) {
      const { count } = await tx.purchaseOrder.updateMany({
        where: { merchantId, id, state: "draft", version: seen.version },
        data: { supplierId, note, version: { increment: 1 } },
      });
      if (count === 0) return { ok: false, reason: "changed" };
      await tx.purchaseLine.deleteMany({ where: { merchantId, purchaseOrderId: id } });
    } else {
      await insertOrder(tx, { merchantId, id, supplierId, note, createdBy: staffId }, at);
    }
    await tx.purchaseLine.createMany({
      data: input.lines.map((line, index) => ({
        ...line,
        merchantId,
        purchaseOrderId: id,
        lineNo: index + 1,
      })),
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "purchase_order.save",
      objectKind: "purchase_order",
      objectId: id,
      details: { lines: input.lines.length },
      now: at.now,
    });
    return { ok: true, purchaseOrderId: id };
  });
}

async function findFault(
  tx: MerchantTx,
  merchantId: string,
  { supplierId, lines }: PurchaseInput,
): Promise<Extract<SavedPurchase, { ok: false }> | null> {
  const suppliers = await tx.supplier.count({
    where: { merchantId, id: supplierId, isActive: true },
  });
  if (suppliers === 0) return { ok: false, reason: "supplier_missing" };
  const skuIds = lines.map(({ skuId }) => skuId);
  const twice = skuIds.findIndex((skuId, index) => skuIds.indexOf(skuId) < index);
  if (twice >= 0) return { ok: false, reason: "duplicate_sku", index: twice };
  const known = await tx.sku.findMany({
    where: { merchantId, id: { in: skuIds } },
    select: { id: true },
  });
  const knownIds = new Set(known.map(({ id }) => id));
  const missing = skuIds.findIndex((skuId) => !knownIds.has(skuId));
  return missing >= 0 ? { ok: false, reason: "sku_missing", index: missing } : null;
}

type NewOrder = {
  merchantId: string;
  id: string;
  supplierId: string;
  note: string;
  createdBy: string;
};

/** More draws than that of six random digits cannot all be taken by chance. */
const maxNumbers = 5;

async function insertOrder(tx: MerchantTx, order: NewOrder, at: At): Promise<void> {
  for (let draw = 0; draw < maxNumbers; draw += 1) {
    const data = { ...order, purchaseNo: newPurchaseNo(at), createdAt: at.now };
    const { count } = await tx.purchaseOrder.createMany({ data: [data], skipDuplicates: true });
    if (count === 1) return;
  }
  throw new Error(`no free purchase number in ${maxNumbers} draws`);
}
