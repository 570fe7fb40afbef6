import type { DayWindow } from "@/domain/metrics/window";
import { Prisma } from "@/prisma/generated/client";

/** What a distributor did in a window, for ranking them; the sums are those of their slice. */
export type DistributorFigures = {
  distributorId: string;
  /** Openings of their links by others. */
  openings: number;
  visitors: number;
  /** Customers whose first paid order lies in the window and counts for them. */
  newBuyers: number;
  buyers: number;
  orders: number;
  grossFen: bigint;
  refundFen: bigint;
  commission1Fen: bigint;
  commission2Fen: bigint;
  clawedBackFen: bigint;
};

/** Distributors can be ordered by these, largest first. */
export const STANDING_ORDERS = {
  netSales: "gross_fen - refund_fen",
  paidOrders: "orders",
  commissionPromised: "commission1_fen + commission2_fen",
  newBuyers: "new_buyers",
  buyers: "buyers",
  visitors: "visitors",
  openings: "openings",
} as const;
export type StandingOrder = keyof typeof STANDING_ORDERS;

/** So many of each order are kept and shown. */
export const STANDINGS = 100;

/**
 * The common table expression `figure` and what it stands on: per window every distributor who had figures
 * in it, in the columns of distributor_standing. Days are read once for all windows.
 * @param among keeps to these distributors, which the database then finds one by one
 */
export function figuresOfDistributors(
  merchantId: string,
  windows: readonly DayWindow[],
  among?: readonly string[],
): Prisma.Sql {
  const from = windows.map((window) => window.from);
  const to = windows.map((window) => window.to);
  const tenant = Prisma.sql`merchant_id = ${merchantId}::uuid`;
  const isDue = Prisma.sql`day >= (select min(from_day) from due) and day < (select max(to_day) from due)`;
  return Prisma.sql`
    due as (select * from unnest(${from}::date[], ${to}::date[]) w (from_day, to_day)),
    own as materialized (
      select id as slice_id, key::uuid as distributor_id from slice
      where ${tenant} and kind = 'distributor' and ${among ? Prisma.sql`key = any(${[...among]})` : Prisma.sql`true`}),
    did as materialized (
      select distributor_id, day, openings, orders, gross_fen, refund_fen, commission1_fen, commission2_fen, clawed_back_fen
      from own join day_figure using (slice_id) where ${tenant} and ${isDue}),
    came as materialized (
      select distributor_id, day, question, reaches, gained
      from own join day_people using (slice_id)
      where ${tenant} and question in ('visitors', 'buyers') and ${isDue}),
    won as materialized (
      select distributor_id, day, first.buyers from own join first_order_day first using (distributor_id)
      where ${tenant} and ${isDue}),
    part as (
      select from_day, to_day, distributor_id, openings, 0 as visitors, 0 as new_buyers, 0 as buyers, orders,
        gross_fen, refund_fen, commission1_fen, commission2_fen, clawed_back_fen
      from due join did on day >= from_day and day < to_day
      union all
      select from_day, to_day, distributor_id, 0, case question when 'visitors' then people else 0 end, 0,
        case question when 'buyers' then people else 0 end, 0, 0, 0, 0, 0, 0
      from due join came on day >= from_day and day < to_day
      cross join lateral (
        select coalesce(gained[width_bucket(day - from_day + 1, reaches)], 0) as people) g
      union all
      select from_day, to_day, distributor_id, 0, 0, won.buyers, 0, 0, 0, 0, 0, 0, 0
      from due join won on day >= from_day and day < to_day),
    figure as (
      select from_day, to_day, distributor_id, sum(openings)::int as openings, sum(visitors)::int as visitors,
        sum(new_buyers)::int as new_buyers, sum(buyers)::int as buyers, sum(orders)::int as orders,
        sum(gross_fen)::bigint as gross_fen, sum(refund_fen)::bigint as refund_fen,
        sum(commission1_fen)::bigint as commission1_fen, sum(commission2_fen)::bigint as commission2_fen,
        sum(clawed_back_fen)::bigint as clawed_back_fen
      from part group by from_day, to_day, distributor_id)`;
}
