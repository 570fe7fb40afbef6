import type { MerchantTx } from "@/lib/db/in-merchant";

/** The host names on which the shop answers, the primary one first. */
export async function listHosts(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<{ host: string; isPrimary: boolean }[]> {
  return tx.merchantHost.findMany({
    where: { merchantId },
    orderBy: [{ isPrimary: "desc" }, { host: "asc" }],
    select: { host: true, isPrimary: true },
  });
}
