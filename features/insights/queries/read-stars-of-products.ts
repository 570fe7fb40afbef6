import type { DayWindow } from "@/domain/metrics/window";
import type { StarCounts } from "@/domain/reviews/summarize-stars";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";
import { isId } from "@/lib/ids/is-id";

/** Stars of the reviews of these products written in each of the windows, in their order. */
export async function readStarsOfProducts(
  tx: MerchantTx,
  asked: { merchantId: string; products: readonly string[]; windows: readonly DayWindow[] },
): Promise<StarCounts[]> {
  const { merchantId, products, windows } = asked;
  const rows = await tx.$queryRaw<{ stars: number[] }[]>`${plannedAnew}
    select array[coalesce(sum(v.stars1), 0), coalesce(sum(v.stars2), 0), coalesce(sum(v.stars3), 0),
      coalesce(sum(v.stars4), 0), coalesce(sum(v.stars5), 0)]::int[] as stars
    from unnest(${windows.map(({ from }) => from)}::date[], ${windows.map(({ to }) => to)}::date[])
      with ordinality w (from_day, to_day, at)
    left join (
      select day, sum(stars1) as stars1, sum(stars2) as stars2, sum(stars3) as stars3,
        sum(stars4) as stars4, sum(stars5) as stars5
      from day_product_stars
      where merchant_id = ${merchantId}::uuid and product_id = any(${products.filter(isId)}::uuid[])
        and day >= ${windows.map(({ from }) => from).sort()[0] ?? ""}::date
      group by day) v on v.day >= w.from_day and v.day < w.to_day
    group by w.at order by w.at`;
  return rows.map(({ stars: [one = 0, two = 0, three = 0, four = 0, five = 0] }) => [
    one,
    two,
    three,
    four,
    five,
  ]);
}
