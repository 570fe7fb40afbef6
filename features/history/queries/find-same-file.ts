import type { MerchantTx } from "@/lib/db/in-merchant";

/** When a file with the same content was taken already by an import that still counts; null if it was not. */
export async function findSameFile(
  tx: MerchantTx,
  { merchantId, importId }: { merchantId: string; importId: string },
): Promise<Date | null> {
  const [found] = await tx.$queryRaw<{ finishedAt: Date }[]>`
    select o.finished_at as "finishedAt" from history_import i
    join history_import o on o.merchant_id = i.merchant_id and o.sha256 = i.sha256 and o.state = 'done'
    where i.merchant_id = ${merchantId}::uuid and i.id = ${importId}::uuid and o.id <> i.id
    order by o.finished_at limit 1`;
  return found?.finishedAt ?? null;
}
