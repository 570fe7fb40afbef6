import type { MerchantTx } from "@/lib/db/in-merchant";

/** How many reports of [from, until) that were not dismissed are about whom. */
export async function countReportsByDistributor(
  tx: MerchantTx,
  { merchantId, from, until }: { merchantId: string; from: Date; until: Date },
): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ distributorId: string; reports: number }[]>`
    select distributor_id as "distributorId", count(*)::int as reports from off_platform_report
    where merchant_id = ${merchantId}::uuid and created_at >= ${from} and created_at < ${until}
      and distributor_id is not null and state <> 'dismissed'
    group by distributor_id`;
  return new Map(rows.map(({ distributorId, reports }) => [distributorId, reports]));
}
