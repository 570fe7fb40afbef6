import type { MerchantTx } from "@/lib/db/in-merchant";

/** The names of members of staff, "" for nobody. */
export async function staffNames(
  tx: MerchantTx,
  merchantId: string,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => string> {
  const wanted = ids.filter((id) => id !== null);
  const rows = await tx.staff.findMany({
    where: { merchantId, id: { in: wanted } },
    select: { id: true, name: true },
  });
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return (id) => (id === null ? "" : (names.get(id) ?? ""));
}
