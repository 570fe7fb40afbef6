import type { MerchantTx } from "@/lib/db/in-merchant";

export type NamedDistributor = { distributorId: string; name: string };

/** Looks up the names of the distributors that orders point at; null stays null. */
export async function distributorNames(
  tx: MerchantTx,
  merchantId: string,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => NamedDistributor | null> {
  const wanted = [...new Set(ids)].filter((id) => id !== null);
  const rows =
    wanted.length === 0
      ? []
      : await tx.distributor.findMany({
          where: { merchantId, id: { in: wanted } },
          select: { id: true, displayName: true },
        });
  const names = new Map(rows.map(({ id, displayName }) => [id, displayName]));
  return (id) => (id === null ? null : { distributorId: id, name: names.get(id) ?? "" });
}
