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
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type RfmBoard = {
  /** The part that it is of. */
  slice: Slice;
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

/**
 * Everything that the board of RFM shows (analytics.md, board 10): as of the last refresh, whatever window is
 * asked. Of a part are the customers whose last order of the year lies in it; they are high or low against the
 * mean of all. Moves are the whole shop's: who has no order in the year any more belongs to no part.
 */
export async function askRfmBoard(
  tx: MerchantTx,
  { merchantId, slice }: { merchantId: string; slice: Slice },
): Promise<RfmBoard> {
  const all = { kind: "all", key: "" } as const;
  const parts = slice.kind === "all" ? [all] : [all, { kind: slice.kind, key: slice.key }];
  const isWhole = slice.kind === "all";
  const [rows, moved] = await Promise.all([
    tx.rfmSegment.findMany({ where: { merchantId, OR: parts } }),
    isWhole
      ? tx.rfmMove.findMany({
          where: { merchantId },
          orderBy: [{ customers: "desc" }, { was: "asc" }, { became: "asc" }],
        })
      : [],
  ]);
  const segmentsOf = ({ kind, key }: Slice) =>
    toSegments(rows.filter((row) => row.kind === kind && row.key === key));
  const segments = segmentsOf(slice);
  const last = rows[0]?.asOf.toISOString().slice(0, 10);
  return {
    window: last ? { from: addDays(last, 1 - RFM_DAYS), to: addDays(last, 1) } : null,
    slice,
    segments,
    whole: sumRfm(segments),
    bounds: rfmBounds(sumRfm(segmentsOf(all))),
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

type Row = {
  segment: string;
  customers: number;
  recencyDays: bigint;
  orders: bigint;
  netFen: bigint;
};

function toSegments(rows: readonly Row[]): RfmBoard["segments"] {
  return RFM_SEGMENTS.map((segment) => {
    const row = rows.find((one) => one.segment === segment);
    return {
      segment,
      customers: BigInt(row?.customers ?? 0),
      recencyDays: row?.recencyDays ?? 0n,
      paidOrders: row?.orders ?? 0n,
      netSalesFen: row?.netFen ?? 0n,
    };
  });
}
