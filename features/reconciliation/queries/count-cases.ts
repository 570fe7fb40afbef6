import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many cases are open and closed. */
export async function countCases(
  tx: MerchantTx,
  merchantId: string,
): Promise<{ open: number; closed: number }> {
  const rows = await tx.reconciliationCase.groupBy({
    by: ["state"],
    where: { merchantId },
    _count: true,
  });
  const of = (state: "open" | "closed") => rows.find((row) => row.state === state)?._count ?? 0;
  return { open: of("open"), closed: of("closed") };
}
