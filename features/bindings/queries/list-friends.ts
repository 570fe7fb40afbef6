import { maskName } from "@/domain/attribution/mask-name";
import type { FriendView } from "@/features/bindings/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** A page is never longer than this. */
const maxPerPage = 100;

type Row = Omit<FriendView, "customerName"> & { nickname: string };

/** The customers who belong to a distributor now, the newest first; `before` pages back in time. */
export async function listFriends(
  tx: MerchantTx,
  question: {
    merchantId: string;
    distributorId: string;
    now: Date;
    before?: Date;
    limit: number;
  },
): Promise<FriendView[]> {
  const { merchantId, distributorId, now, limit } = question;
  const before = question.before ?? null;
  const rows = await tx.$queryRaw<Row[]>`
    select b.id as "bindingId", c.nickname, b.bound_at as "boundAt", b.valid_until as "validUntil",
      bought.count as "orderCount", bought.fen as "goodsFen"
    from customer_binding b
    join customer c on c.merchant_id = b.merchant_id and c.id = b.customer_id
    cross join lateral (
      select count(*)::int as count, coalesce(sum(o.goods_fen - o.discount_fen), 0)::bigint as fen
      from orders o
      where o.merchant_id = b.merchant_id and o.customer_id = b.customer_id
        and o.level1_distributor_id = b.distributor_id and o.paid_at is not null
    ) bought
    where b.merchant_id = ${merchantId}::uuid and b.distributor_id = ${distributorId}::uuid
      and b.bound_at <= ${now} and b.valid_until > ${now}
      and (${before}::timestamptz is null or b.bound_at < ${before}::timestamptz)
    order by b.bound_at desc, b.id desc limit ${Math.min(limit, maxPerPage)}`;
  return rows.map(({ nickname, ...row }) => ({ ...row, customerName: maskName(nickname) }));
}
