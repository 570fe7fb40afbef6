import { reviewWhere } from "@/features/reviews/queries/review-where";
import { selectReviews } from "@/features/reviews/queries/select-reviews";
import type { ReviewFilter, StaffReviewView } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 20;

/** The merchant's reviews that match, newest first; withdrawn ones only where they are asked for. */
export async function listReviews(
  tx: MerchantTx,
  { merchantId, filter }: { merchantId: string; filter: ReviewFilter },
): Promise<{ reviews: StaffReviewView[]; nextCursor: string | null }> {
  const rows = await selectReviews(
    tx,
    merchantId,
    Prisma.sql`${matching(filter)} order by r.created_at desc, r.id desc limit ${pageSize + 1}`,
  );
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    reviews: page,
    nextCursor:
      rows.length > pageSize && last
        ? writeCursor({ createdAt: last.createdAt, id: last.reviewId })
        : null,
  };
}

function matching(filter: ReviewFilter): Prisma.Sql {
  const { state } = filter;
  const after = readCursor(filter.cursor);
  const inState = state
    ? Prisma.sql`and r.state = ${state}::review_state`
    : Prisma.sql`and r.state <> 'withdrawn'`;
  const below = after
    ? Prisma.sql`and (r.created_at, r.id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  return Prisma.sql`${inState} ${reviewWhere(filter)} ${below}`;
}
