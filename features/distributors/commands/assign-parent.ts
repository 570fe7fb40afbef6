import { wouldBeCircular } from "@/domain/attribution/would-be-circular";
import { recordAudit } from "@/features/audit/commands/record-audit";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

type Assigned =
  | { ok: true }
  | { ok: false; reason: "not_found" | "parent_not_approved" | "circular" };

/**
 * Puts a distributor under another, or under nobody. Orders placed before keep their levels. Two
 * people who move two distributors under each other at once take turns, and the second is refused.
 */
export async function assignParent(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  input: { distributorId: string; parentId: string | null },
  now: Date,
): Promise<Assigned> {
  const { merchantId, staffId } = staff;
  const { distributorId, parentId } = input;
  return inMerchant(merchantId, async (tx): Promise<Assigned> => {
    // The whole tree is judged, so the whole tree is held: no circle can be closed from two sides.
    const all = await tx.$queryRaw<{ id: string; parentId: string | null; status: string }[]>`
      select id, parent_distributor_id as "parentId", status::text as status
      from distributor where merchant_id = ${merchantId}::uuid order by id for no key update`;
    const byId = new Map(all.map((one) => [one.id, one]));
    if (!byId.has(distributorId)) return { ok: false, reason: "not_found" };
    if (parentId !== null) {
      if (byId.get(parentId)?.status !== "approved") {
        return { ok: false, reason: "parent_not_approved" };
      }
      const parentOf = (id: string) => byId.get(id)?.parentId ?? null;
      if (wouldBeCircular(parentOf, distributorId, parentId)) {
        return { ok: false, reason: "circular" };
      }
    }
    await tx.distributor.updateMany({
      where: { merchantId, id: distributorId },
      data: { parentDistributorId: parentId },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "distributor.assign_parent",
      objectKind: "distributor",
      objectId: distributorId,
      details: { parentId },
      now,
    });
    return { ok: true };
  });
}
