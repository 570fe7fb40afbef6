import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/** What all distributors did together in a window, in fen and counts. */
export type DistributorSums = {
  openings: number;
  orders: number;
  grossFen: bigint;
  refundFen: bigint;
  commission1Fen: bigint;
  commission2Fen: bigint;
  clawedBackFen: bigint;
  newBuyers: number;
};

/** The sums of distributor_day over a window. */
export async function readDistributorDays(
  tx: MerchantTx,
  { merchantId, window }: { merchantId: string; window: DayWindow },
): Promise<DistributorSums> {
  const [sums] = await tx.$queryRaw<DistributorSums[]>`${plannedAnew}
    select coalesce(sum(openings), 0)::int as openings, coalesce(sum(orders), 0)::int as orders,
      coalesce(sum(gross_fen), 0)::bigint as "grossFen", coalesce(sum(refund_fen), 0)::bigint as "refundFen",
      coalesce(sum(commission1_fen), 0)::bigint as "commission1Fen",
      coalesce(sum(commission2_fen), 0)::bigint as "commission2Fen",
      coalesce(sum(clawed_back_fen), 0)::bigint as "clawedBackFen",
      coalesce(sum(new_buyers), 0)::int as "newBuyers"
    from distributor_day where merchant_id = ${merchantId}::uuid
      and day >= ${window.from}::date and day < ${window.to}::date`;
  if (!sums) throw new Error("a sum without a row");
  return sums;
}
