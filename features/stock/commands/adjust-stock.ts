import type { HandReason } from "@/domain/stock/movement-reason";
import { adjustStock as adjustValue } from "@/domain/stock/moving-average-cost";
import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import { lockStock } from "@/features/stock/commands/lock-stock";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type AdjustStockResult =
  | { ok: true; onHand: number }
  | { ok: false; reason: "below_reserved" | "nothing_to_do" };

/**
 * Adds to or takes from what lies in the warehouse, by hand or by an import: `delta` units, with a
 * movement and an audit row. Units come and go at the moving average; where nothing lies there, at the
 * cost entered for the SKU. Opens the stock of a new SKU. What is promised to orders cannot be taken
 * away: then nothing changes and the answer is below_reserved.
 */
export async function adjustStock(
  tx: MerchantTx,
  change: {
    merchantId: string;
    skuId: string;
    /** An integer; negative takes away. */
    delta: number;
    reason: "adjusted" | "counted" | "imported" | "opening" | HandReason;
    note?: string;
    /** What it belongs to, such as a counting sheet; its own where it stands alone. */
    referenceId?: string;
    actor: AuditActor;
    now: Date;
  },
): Promise<AdjustStockResult> {
  const { merchantId, skuId, delta, reason, note, referenceId, actor, now } = change;
  await tx.stock.createMany({ data: [{ merchantId, skuId }], skipDuplicates: true });
  if (delta === 0) return { ok: false, reason: "nothing_to_do" };
  const [stock] = await lockStock(tx, { merchantId, skuIds: [skuId] });
  if (!stock || stock.onHand + delta < stock.reserved) {
    return { ok: false, reason: "below_reserved" };
  }
  const before = { units: stock.onHand, valueFen: stock.valueFen };
  const costed = adjustValue(before, delta, stock.enteredCostFen);
  if (!costed.ok) return { ok: false, reason: "below_reserved" };
  const onHand = costed.stock.units;
  await tx.stock.update({
    where: { merchantId_skuId: { merchantId, skuId }, onHand: stock.onHand },
    data: { onHand, valueFen: costed.stock.valueFen },
  });
  await tx.stockMovement.create({
    data: {
      merchantId,
      id: newId(),
      skuId,
      delta,
      valueFen: costed.movedFen,
      reason,
      referenceId: referenceId ?? newId(),
      note: note ?? "",
      createdAt: now,
      createdBy: actor.kind === "staff" ? (actor.id ?? null) : null,
    },
  });
  await recordAudit(tx, {
    merchantId,
    actor,
    action: "stock.adjust",
    objectKind: "sku",
    objectId: skuId,
    details: { delta, onHand, reason, valueFen: costed.movedFen.toString() },
    now,
  });
  return { ok: true, onHand };
}
