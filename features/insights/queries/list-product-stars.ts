import { firstOfMonth } from "@/domain/metrics/calendar-day";
import type { DayWindow } from "@/domain/metrics/window";
import type { StarCounts } from "@/domain/reviews/summarize-stars";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { isId } from "@/lib/ids/is-id";
import { Prisma } from "@/prisma/generated/client";

export type ProductStars = { productId: string; title: string; stars: StarCounts };

type Row = { productId: string; title: string; stars: number[] };

/**
 * The products with the most reviews written in the window, and their stars: whole months from their
 * sums, the days before and after them one by one.
 * @param asked.among of these alone; null for all
 */
export async function listProductStars(
  tx: MerchantTx,
  asked: { merchantId: string; window: DayWindow; among: readonly string[] | null; limit: number },
): Promise<ProductStars[]> {
  const { merchantId, window, among, limit } = asked;
  const within = among
    ? Prisma.sql`product_id = any(${among.filter(isId)}::uuid[])`
    : Prisma.sql`true`;
  const { from, to, months } = cutMonths(window);
  const rows = await tx.$queryRaw<Row[]>`${plannedAnew}
    with parts as (
      select product_id, stars1, stars2, stars3, stars4, stars5 from month_product_stars
      where merchant_id = ${merchantId}::uuid and month >= ${months.from}::date and month < ${months.to}::date
      union all
      select product_id, stars1, stars2, stars3, stars4, stars5 from day_product_stars
      where merchant_id = ${merchantId}::uuid and day >= ${from}::date and day < ${months.from}::date
      union all
      select product_id, stars1, stars2, stars3, stars4, stars5 from day_product_stars
      where merchant_id = ${merchantId}::uuid and day >= ${months.to}::date and day < ${to}::date)
    select s.product_id as "productId", p.title, s.stars from (
      select product_id, sum(stars1 + stars2 + stars3 + stars4 + stars5) as reviews,
        array[sum(stars1), sum(stars2), sum(stars3), sum(stars4), sum(stars5)]::int[] as stars
      from parts where ${within} group by product_id) s
    join product p on p.merchant_id = ${merchantId}::uuid and p.id = s.product_id
    order by s.reviews desc, s.product_id limit ${limit}`;
  return rows.map(({ stars: [one = 0, two = 0, three = 0, four = 0, five = 0], ...product }) => ({
    ...product,
    stars: [one, two, three, four, five],
  }));
}

/** The whole months of a window; without one both ends lie at its beginning, and days are left alone. */
function cutMonths({ from, to }: DayWindow): DayWindow & { months: DayWindow } {
  const first = from.endsWith("-01") ? from : firstOfMonth(from, 1);
  const last = firstOfMonth(to);
  return { from, to, months: first < last ? { from: first, to: last } : { from, to: from } };
}
