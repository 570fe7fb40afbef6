import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent, tenths } from "@/e2e/pages/plain-forms";

const day = (column: string) => `(${column} at time zone 'Asia/Shanghai')::date as day`;
const counted = (from: string, which = "true") =>
  `(select count(*) from (${from}) one where ${inDays} and ${which})`;

const answers = `select score, ${day("created_at")} from nps_answer where merchant_id = $1`;
const reviews = `select score, ${day("created_at")} from review where merchant_id = $1 and state <> 'withdrawn'`;
const refundsOf =
  "from refund r where r.merchant_id = $1 and r.order_id = o.id and r.succeeded_at is not null";
const paid = `select ${day("paid_at")}, exists (select ${refundsOf}) as is_refunded,
  exists (select ${refundsOf} and r.kind in ('quality', 'damaged', 'missing', 'wrong_item', 'late')) as is_complaint
  from orders o where merchant_id = $1 and paid_at is not null`;
const shipped = `select ${day("shipped_at")}, shipped_at - paid_at > interval '48 hours' as is_late
  from orders where merchant_id = $1 and shipped_at is not null`;

/** Board 11: what people say of the shop, and what went wrong. */
export const plainVoice: PlainQuestions = {
  nps: percent(
    `(${counted(answers, "score >= 9")} - ${counted(answers, "score <= 6")})`,
    counted(answers),
  ),
  npsAnswers: count(counted(answers)),
  reviewScore: tenths(`(select sum(score) from (${reviews}) r where ${inDays})`, counted(reviews)),
  reviewCount: count(counted(reviews)),
  goodReviewRate: percent(counted(reviews, "score >= 4"), counted(reviews)),
  refundRate: percent(counted(paid, "is_refunded"), counted(paid)),
  complaintRate: percent(counted(paid, "is_complaint"), counted(paid)),
  lateShipmentRate: percent(counted(shipped, "is_late"), counted(shipped)),
  overdueShipments: count(`select count(*) from orders where merchant_id = $1
    and paid_at < now() - interval '48 hours' and shipped_at is null and state = 'paid'`),
};
