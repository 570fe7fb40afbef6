import { type AuditActor, recordAudit } from "@/features/audit/commands/record-audit";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type AdjustStockResult =
  | { ok: true; onHand: number }
  | { ok: false; reason: "below_reserved" | "nothing_to_do" };

/**
 * Adds to or takes from what lies in the warehouse, by hand or by an import: `delta` units, with a
 * movement and an audit row. Opens the stock of a new SKU. What is promised to orders cannot be
 * taken away: then nothing changes and the answer is below_reserved.
 */
export async function adjustStock(
  tx: MerchantTx,
  change: {
    merchantId: string;
    skuId: string;
    /** An integer; negative takes away. */
    delta: number;
    reason: "adjusted" | "imported" | "opening";
    note?: string;
    actor: AuditActor;
    now: Date;
  },
): Promise<AdjustStockResult> {
  const { merchantId, skuId, delta, reason, note, actor, now } = change;
  await tx.stock.createMany({ data: [{ merchantId, skuId }], skipDuplicates: true });
  if (delta === 0) return { ok: false, reason: "nothing_to_do" };
  const [row] = await tx.$queryRaw<{ onHand: number }[]>`
    update stock set on_hand = on_hand + ${delta}
    where merchant_id = ${merchantId}::uuid and sku_id = ${skuId}::uuid
      and on_hand + ${delta} >= reserved
    returning on_hand as "onHand"`;
  if (!row) return { ok: false, reason: "below_reserved" };
  await tx.stockMovement.create({
    data: {
      merchantId,
      id: newId(),
      skuId,
      delta,
      reason,
      referenceId: newId(),
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
    details: { delta, onHand: row.onHand, reason },
    now,
  });
  return { ok: true, onHand: row.onHand };
}
