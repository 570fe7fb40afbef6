import type { MerchantTx } from "@/lib/db/in-merchant";
import { plannedAnew } from "@/lib/db/planned-anew";

/**
 * Marks all days of the products that went to another category or into other scenes since their days
 * were rolled up: a figure by category is of the products that stand in it today, on every day.
 */
export async function markMovedProducts(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<void> {
  await tx.$executeRaw`${plannedAnew}
    with standing as (
      select p.id, concat_ws(' ', p.category_id, s.scenes) as places from product p
      left join (select product_id, string_agg(scene_id::text, ' ' order by scene_id) as scenes
        from scene_product where merchant_id = ${merchantId}::uuid group by product_id) s
        on s.product_id = p.id
      where p.merchant_id = ${merchantId}::uuid),
    moved as (
      insert into rollup_place as k (merchant_id, product_id, places)
      select ${merchantId}::uuid, n.id, n.places from standing n
      left join rollup_place k on k.merchant_id = ${merchantId}::uuid and k.product_id = n.id
      where k.places is distinct from n.places
      on conflict (merchant_id, product_id) do update set places = excluded.places
      returning product_id),
    part as (
      select k.id from moved m
      join slice k on k.merchant_id = ${merchantId}::uuid and k.kind = 'product' and k.key = m.product_id::text)
    insert into rollup_dirty (merchant_id, what, day, marked_at)
    select ${merchantId}::uuid, 'facts', day, ${now} from (
      select d.day from part join day_figure d on d.merchant_id = ${merchantId}::uuid and d.slice_id = part.id
      union
      select d.day from part join day_person d on d.merchant_id = ${merchantId}::uuid and d.slice_id = part.id) days
    on conflict do nothing`;
}
