import type { MerchantTx } from "@/lib/db/in-merchant";

/** A list to choose from; who has more searches by name. */
const maxNames = 500;

/** Everybody who is or was a distributor, or only who may earn now, by name: for choosing one. */
export async function listDistributorNames(
  tx: MerchantTx,
  { merchantId, approvedOnly = false }: { merchantId: string; approvedOnly?: boolean },
): Promise<{ distributorId: string; name: string }[]> {
  const rows = await tx.distributor.findMany({
    where: { merchantId, status: { in: approvedOnly ? ["approved"] : ["approved", "frozen"] } },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    take: maxNames,
    select: { id: true, displayName: true },
  });
  return rows.map(({ id, displayName }) => ({ distributorId: id, name: displayName }));
}
