import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What somebody typed to begin from: a link's code or a distributor's whole name.
 * @returns the query of its page, or null where there is neither
 */
export async function findShareAddress(
  tx: MerchantTx,
  { merchantId, typed }: { merchantId: string; typed: string },
): Promise<{ link: string } | { person: string } | null> {
  const link = await tx.shareLink.findUnique({
    where: { merchantId_code: { merchantId, code: typed } },
    select: { id: true },
  });
  if (link) return { link: link.id };
  const distributor = await tx.distributor.findFirst({
    where: { merchantId, displayName: typed },
    orderBy: { appliedAt: "asc" },
    select: { customerId: true },
  });
  return distributor && { person: distributor.customerId };
}
