import { eachAmount } from "@/features/stock/queries/each-amount";
import { Prisma } from "@/prisma/generated/client";

/** The columns of stock_day after its key, in the order in which stockDayRows yields them. */
export function stockDayColumns(): Prisma.Sql {
  return Prisma.sql`sku_id, day, first_day, ${eachAmount((column) => column)}, value_days_fen,
    empty_days, last_received_day, last_sold_day`;
}
