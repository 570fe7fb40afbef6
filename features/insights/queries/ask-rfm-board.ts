import { addDays } from "@/domain/metrics/calendar-day";
import {
  RFM_DAYS,
  RFM_SEGMENTS,
  type RfmBounds,
  type RfmSegment,
  type RfmSums,
  rfmBounds,
  sumRfm,
} from "@/domain/metrics/rfm";
import type { DayWindow } from "@/domain/metrics/window";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type RfmBoard = {
  /** The 365 days that were looked at; null before that was done, and where nobody bought in them. */
  window: DayWindow | null;
  /** All eight, in the order of domain/metrics/rfm.ts. */
  segments: (RfmSums & { segment: RfmSegment })[];
  whole: RfmSums;
  /** From where on days, orders and money count as high. */
  bounds: RfmBounds | null;
};

/** Everything that the board of RFM shows (analytics.md, board 10): as of the last refresh, whatever window is asked. */
export async function askRfmBoard(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<RfmBoard> {
  const rows = await tx.rfmSegment.findMany({ where: { merchantId } });
  const segments = RFM_SEGMENTS.map((segment) => {
    const row = rows.find((one) => one.segment === segment);
    return {
      segment,
      customers: BigInt(row?.customers ?? 0),
      recencyDays: row?.recencyDays ?? 0n,
      paidOrders: row?.orders ?? 0n,
      netSalesFen: row?.netFen ?? 0n,
    };
  });
  const whole = sumRfm(segments);
  const last = rows[0]?.asOf.toISOString().slice(0, 10);
  return {
    window: last ? { from: addDays(last, 1 - RFM_DAYS), to: addDays(last, 1) } : null,
    segments,
    whole,
    bounds: rfmBounds(whole),
  };
}
