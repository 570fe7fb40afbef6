import { recordAudit } from "@/features/audit/commands/record-audit";
import { recordConsent } from "@/features/customers/commands/record-consent";
import type { CustomerScope } from "@/features/customers/schema";
import { findInviter } from "@/features/distributors/queries/find-inviter";
import { type Application, distributorTermsVersion } from "@/features/distributors/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * A customer applies, for the first time or again after a refusal. Costs nothing and asks for no
 * purchase. The parent is settled at the first application and stays: who invited them does not change
 * by asking twice, and no circle can arise, for whoever applies first has no children yet.
 * @returns already_applied when an application waits, is approved or frozen, also for a double tap
 */
export async function applyForDistributor(
  applicant: CustomerScope,
  application: Application,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "already_applied" }> {
  const { merchantId, customerId } = applicant;
  return inMerchant(merchantId, async (tx) => {
    const distributorId = await apply(tx, { merchantId, customerId, ...application, now });
    if (!distributorId) return { ok: false, reason: "already_applied" };
    await recordConsent(tx, {
      merchantId,
      customerId,
      purpose: "distributor_terms",
      version: distributorTermsVersion,
      now,
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "customer", id: customerId },
      action: "distributor.apply",
      objectKind: "distributor",
      objectId: distributorId,
      now,
    });
    return { ok: true };
  });
}

async function apply(
  tx: MerchantTx,
  input: Application & { merchantId: string; customerId: string; now: Date },
): Promise<string | null> {
  const { merchantId, customerId, displayName, applicationText, now } = input;
  const id = newId();
  const parentDistributorId = await findInviter(tx, { merchantId, customerId });
  const words = { displayName, applicationText, appliedAt: now };
  const added = await tx.distributor.createMany({
    data: [{ merchantId, id, customerId, parentDistributorId, ...words }],
    skipDuplicates: true,
  });
  if (added.count === 1) return id;
  const again = await tx.distributor.updateManyAndReturn({
    where: { merchantId, customerId, status: "refused" },
    data: { ...words, status: "applied", decidedAt: null, decidedBy: null, decisionReason: "" },
    select: { id: true },
  });
  return again[0]?.id ?? null;
}
