import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import { liesInPart } from "@/features/insights/queries/lies-in-part";
import { readSlice } from "@/features/insights/schema";
import type { ReviewFilter } from "@/features/reviews/schema";
import { Prisma } from "@/prisma/generated/client";

const wholeShop = { kind: "all", key: "" } as const;
const review = {
  merchantId: Prisma.sql`r.merchant_id`,
  order: Prisma.sql`r.order_id`,
  product: Prisma.sql`r.product_id`,
};

/** What a filter asks of a review `r` besides its state, as conditions that begin with AND. */
export function reviewWhere({ score, productId, from, until, slice }: ReviewFilter): Prisma.Sql {
  const conditions = [
    score ? Prisma.sql`and r.score = ${score}` : Prisma.empty,
    productId ? Prisma.sql`and r.product_id = ${productId}::uuid` : Prisma.empty,
    from ? Prisma.sql`and r.created_at >= ${shanghaiDayRange(from).from}` : Prisma.empty,
    until ? Prisma.sql`and r.created_at < ${shanghaiDayRange(until).to}` : Prisma.empty,
    Prisma.sql`and ${liesInPart.saidLies(readSlice(slice ?? "") ?? wholeShop, review)}`,
  ];
  return Prisma.join(conditions, " ");
}
