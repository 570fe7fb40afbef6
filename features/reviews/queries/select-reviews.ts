import type { StaffReviewView } from "@/features/reviews/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** Reviews as staff see them. @param which conditions after WHERE, order and limit */
export async function selectReviews(
  tx: MerchantTx,
  merchantId: string,
  which: Prisma.Sql,
): Promise<StaffReviewView[]> {
  return tx.$queryRaw<StaffReviewView[]>(Prisma.sql`
    select r.id as "reviewId", r.score, r.content, r.state::text as state,
      r.hide_reason as "hideReason", r.answer, r.created_at as "createdAt",
      r.answered_at as "answeredAt", o.order_no as "orderNo", r.product_id as "productId",
      l.product_title as "productTitle", l.option_name as "optionName",
      r.customer_id as "customerId", c.nickname
    from review r
    join orders o on o.merchant_id = r.merchant_id and o.id = r.order_id
    join order_line l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line_no = r.line_no
    join customer c on c.merchant_id = r.merchant_id and c.id = r.customer_id
    where r.merchant_id = ${merchantId}::uuid ${which}`);
}
