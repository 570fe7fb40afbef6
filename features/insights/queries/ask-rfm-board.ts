import { addDays } from "@/domain/metrics/calendar-day";
import {
  findRfmSegment,
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
  /** Who went where since 30 days before, the most first; those who stayed among them. */
  moves: RfmMove[];
  /** The last day of the earlier 365; null where nobody had bought in them. */
  movedSince: string | null;
};

/** Null is no segment: no order in the 365 days. */
export type RfmMove = { was: RfmSegment | null; became: RfmSegment | null; customers: number };

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
  const moved = await tx.rfmMove.findMany({
    where: { merchantId },
    orderBy: [{ customers: "desc" }, { was: "asc" }, { became: "asc" }],
  });
  const last = rows[0]?.asOf.toISOString().slice(0, 10);
  return {
    window: last ? { from: addDays(last, 1 - RFM_DAYS), to: addDays(last, 1) } : null,
    segments,
    whole,
    bounds: rfmBounds(whole),
    moves: moved.map(({ was, became, customers }) => ({
      was: findRfmSegment(was),
      became: findRfmSegment(became),
      customers,
    })),
    movedSince:
      moved
        .find(({ was }) => was !== "")
        ?.asOf.toISOString()
        .slice(0, 10) ?? null,
  };
}
