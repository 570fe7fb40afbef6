import { maskName } from "@/domain/attribution/mask-name";
import type { PublicReviewView } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

type Row = Omit<PublicReviewView, "maskedName"> & { nickname: string };

/** The published words about a product, newest first, under masked names. */
export async function listProductReviews(
  tx: MerchantTx,
  question: { merchantId: string; productId: string; limit: number; cursor?: string | undefined },
): Promise<{ reviews: PublicReviewView[]; nextCursor: string | null }> {
  const { merchantId, productId, limit } = question;
  const after = readCursor(question.cursor);
  const below = after
    ? Prisma.sql`and (r.created_at, r.id) < (${after.createdAt}, ${after.id}::uuid)`
    : Prisma.empty;
  const rows = await tx.$queryRaw<Row[]>`
    select r.id as "reviewId", r.score, r.content, r.answer, r.created_at as "createdAt",
      l.option_name as "optionName", case when c.erased_at is null then c.nickname else '' end as nickname
    from review r
    join order_line l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line_no = r.line_no
    join customer c on c.merchant_id = r.merchant_id and c.id = r.customer_id
    where r.merchant_id = ${merchantId}::uuid and r.product_id = ${productId}::uuid
      and r.state = 'published' and r.content <> '' ${below}
    order by r.created_at desc, r.id desc limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    reviews: page.map(({ nickname, ...review }) => ({ ...review, maskedName: maskName(nickname) })),
    nextCursor:
      rows.length > limit && last
        ? writeCursor({ createdAt: last.createdAt, id: last.reviewId })
        : null,
  };
}
