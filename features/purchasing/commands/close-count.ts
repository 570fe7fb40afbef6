import { recordAudit } from "@/features/audit/commands/record-audit";
import type { Clerk } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";

/** A counting sheet ends with lines that nobody counted: they stay as the books say. */
export async function closeCount(
  staff: Clerk,
  countId: string,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_open" }> {
  const { merchantId, staffId } = staff;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.stockCount.updateMany({
      where: { merchantId, id: countId, state: "open" },
      data: { state: "closed", closedAt: now },
    });
    if (count === 0) return { ok: false, reason: "not_open" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "stock_count.close",
      objectKind: "stock_count",
      objectId: countId,
      now,
    });
    return { ok: true };
  });
}
