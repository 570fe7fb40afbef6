import type { OwnDistributorView } from "@/features/distributors/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A customer's own standing as a distributor; null for who never applied. */
export async function getOwnDistributor(
  tx: MerchantTx,
  input: { merchantId: string; customerId: string },
): Promise<OwnDistributorView | null> {
  const { merchantId, customerId } = input;
  const row = await tx.distributor.findUnique({
    where: { merchantId_customerId: { merchantId, customerId } },
    include: { parent: { select: { displayName: true } } },
  });
  if (!row) return null;
  const { id: distributorId, status, displayName, applicationText } = row;
  const { appliedAt, decidedAt, decisionReason, parent } = row;
  return {
    distributorId,
    status,
    displayName,
    applicationText,
    appliedAt,
    decidedAt,
    decisionReason,
    parentName: parent?.displayName ?? null,
  };
}
