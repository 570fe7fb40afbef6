import type { ImportView } from "@/features/imports/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const shown = 20;

/** The latest imports of products. */
export async function listImports(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<ImportView[]> {
  const rows = await tx.productImport.findMany({
    where: { merchantId },
    orderBy: { createdAt: "desc" },
    take: shown,
    omit: { merchantId: true, createdBy: true, finishedAt: true },
  });
  return rows.map(({ id, ...row }) => ({ importId: id, ...row }));
}
