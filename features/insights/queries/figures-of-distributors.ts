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

/** Rows of distributor_id and the columns of distributor_standing: every distributor with figures in the window. */
export function figuresOfDistributors(merchantId: string, { from, to }: DayWindow): Prisma.Sql {
  const isWithin = (alias: string) =>
    Prisma.sql`${Prisma.raw(alias)}.merchant_id = ${merchantId}::uuid
      and ${Prisma.raw(alias)}.day >= ${from}::date and ${Prisma.raw(alias)}.day < ${to}::date`;
  return Prisma.sql`
    select distributor_id, sum(openings)::int as openings, sum(visitors)::int as visitors,
      sum(new_buyers)::int as new_buyers, sum(buyers)::int as buyers, sum(orders)::int as orders,
      sum(gross_fen)::bigint as gross_fen, sum(refund_fen)::bigint as refund_fen,
      sum(commission1_fen)::bigint as commission1_fen, sum(commission2_fen)::bigint as commission2_fen,
      sum(clawed_back_fen)::bigint as clawed_back_fen
    from (
      select s.key::uuid as distributor_id, f.openings, 0 as visitors, 0 as new_buyers, 0 as buyers, f.orders,
        f.gross_fen, f.refund_fen, f.commission1_fen, f.commission2_fen, f.clawed_back_fen
      from slice s join day_figure f on f.slice_id = s.id and ${isWithin("f")}
      where s.merchant_id = ${merchantId}::uuid and s.kind = 'distributor'
      union all
      select s.key::uuid, 0, case when p.question = 'visitors' then g.people else 0 end, 0,
        case when p.question = 'buyers' then g.people else 0 end, 0, 0, 0, 0, 0, 0
      from slice s
      join day_people p on p.slice_id = s.id and p.question in ('visitors', 'buyers') and ${isWithin("p")}
      cross join lateral (
        select coalesce(p.gained[width_bucket(p.day - ${from}::date + 1, p.reaches)], 0) as people) g
      where s.merchant_id = ${merchantId}::uuid and s.kind = 'distributor'
      union all
      select d.distributor_id, 0, 0, d.buyers, 0, 0, 0, 0, 0, 0, 0
      from first_order_day d
      join distributor known on known.merchant_id = d.merchant_id and known.id = d.distributor_id
      where ${isWithin("d")}) part
    group by distributor_id`;
}

/** The common table expression `standing`: whoever is among the first by one of the orders. */
export function firstOfDistributors(merchantId: string, window: DayWindow): Prisma.Sql {
  const places = Object.values(STANDING_ORDERS).map((value) =>
    Prisma.raw(`row_number() over (order by ${value} desc, distributor_id)`),
  );
  return Prisma.sql`
    standing as (
      select * from (
        select f.*, least(${Prisma.join(places)}) as place
        from (${figuresOfDistributors(merchantId, window)}) f) placed
      where place <= ${STANDINGS})`;
}
