import type { MerchantTx } from "@/lib/db/in-merchant";

/** A list to choose from; who has more searches by name. */
const maxNames = 500;

/** Everybody who is or was a distributor, by name: for choosing one. */
export async function listDistributorNames(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<{ distributorId: string; name: string }[]> {
  const rows = await tx.distributor.findMany({
    where: { merchantId, status: { in: ["approved", "frozen"] } },
    orderBy: [{ displayName: "asc" }, { id: "asc" }],
    take: maxNames,
    select: { id: true, displayName: true },
  });
  return rows.map(({ id, displayName }) => ({ distributorId: id, name: displayName }));
}
