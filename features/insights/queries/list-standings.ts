import type { DayWindow } from "@/domain/metrics/window";
import {
  type DistributorFigures,
  figuresOfDistributors,
  STANDING_ORDERS,
  STANDINGS,
  type StandingOrder,
} from "@/features/insights/queries/figures-of-distributors";
import { listFirstDistributors } from "@/features/insights/queries/list-first-distributors";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { Prisma } from "@/prisma/generated/client";

export type Standing = DistributorFigures & { name: string };

export type Standings = {
  rows: Standing[];
  /** When the leaderboard was made; null where it was computed just now. */
  rankedAt: Date | null;
};

/**
 * The first distributors of a window by one figure, ties by id. The usual windows are kept
 * (features/insights/commands/write-standings.ts); of any other one the first are found in the days of all
 * distributors, which takes as long as it has days.
 */
export async function listStandings(
  tx: MerchantTx,
  { merchantId, window, order }: { merchantId: string; window: DayWindow; order: StandingOrder },
): Promise<Standings> {
  const { from, to } = window;
  const kept = await tx.distributorWindow.findUnique({
    where: {
      merchantId_fromDay_toDay: { merchantId, fromDay: new Date(from), toDay: new Date(to) },
    },
    select: { rankedAt: true },
  });
  const figure = kept
    ? Prisma.sql`figure as (select * from distributor_standing where merchant_id = ${merchantId}::uuid
        and from_day = ${from}::date and to_day = ${to}::date)`
    : figuresOfDistributors(
        merchantId,
        [window],
        await listFirstDistributors(tx, { merchantId, window, order }),
      );
  const rows = await tx.$queryRaw<Standing[]>`${plannedAnew}
    with ${figure}
    select f.distributor_id as "distributorId", d.name, openings, visitors,
      new_buyers as "newBuyers", buyers, orders, gross_fen as "grossFen", refund_fen as "refundFen",
      commission1_fen as "commission1Fen", commission2_fen as "commission2Fen", clawed_back_fen as "clawedBackFen"
    from figure f
    -- By "offset 0" each by itself: of twenty thousand distributors, only some hundred stand here.
    cross join lateral (select display_name as name from distributor
      where merchant_id = ${merchantId}::uuid and id = f.distributor_id offset 0) d
    order by ${Prisma.raw(STANDING_ORDERS[order])} desc, f.distributor_id limit ${STANDINGS}`;
  return { rows, rankedAt: kept?.rankedAt ?? null };
}
