import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { ReviewFilter } from "@/features/reviews/schema";
import { Prisma } from "@/prisma/generated/client";

/** What a filter asks of a review `r` besides its state, as conditions that begin with AND. */
export function reviewWhere({ score, productId, from, until }: ReviewFilter): Prisma.Sql {
  const conditions = [
    score ? Prisma.sql`and r.score = ${score}` : Prisma.empty,
    productId ? Prisma.sql`and r.product_id = ${productId}::uuid` : Prisma.empty,
    from ? Prisma.sql`and r.created_at >= ${shanghaiDayRange(from).from}` : Prisma.empty,
    until ? Prisma.sql`and r.created_at < ${shanghaiDayRange(until).to}` : Prisma.empty,
  ];
  return Prisma.join(conditions, " ");
}
