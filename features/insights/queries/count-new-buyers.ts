import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Customers whose first paid order ever lies in the window and counts for this distributor. */
export async function countNewBuyers(
  tx: MerchantTx,
  asked: { merchantId: string; distributorId: string; window: DayWindow },
): Promise<number> {
  const { merchantId, distributorId, window } = asked;
  const day = { gte: new Date(window.from), lt: new Date(window.to) };
  const found = await tx.firstOrderDay.aggregate({
    where: { merchantId, distributorId, day },
    _sum: { buyers: true },
  });
  return found._sum.buyers ?? 0;
}
