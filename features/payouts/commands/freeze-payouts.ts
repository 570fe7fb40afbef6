import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

type Frozen = { ok: true } | { ok: false; reason: "changed_meanwhile" };

/**
 * Stops a distributor's withdrawals: none is asked for, sent or confirmed until they are released.
 * @param input.reason for the distributor to read
 */
export async function freezePayouts(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { distributorId: string; reason: string },
  now: Date,
): Promise<Frozen> {
  const { merchantId, staffId } = staff;
  const { distributorId, reason } = input;
  return inMerchant(merchantId, async (tx) => {
    const { count } = await tx.distributor.updateMany({
      where: { merchantId, id: distributorId, payoutsFrozenAt: null },
      data: { payoutsFrozenAt: now, payoutsFrozenBy: staffId, payoutsFrozenReason: reason },
    });
    if (count === 0) return { ok: false, reason: "changed_meanwhile" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "payout.freeze",
      objectKind: "distributor",
      objectId: distributorId,
      details: { reason },
      now,
    });
    return { ok: true };
  });
}
