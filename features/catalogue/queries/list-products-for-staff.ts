import type { StaffProductFilter } from "@/features/catalogue/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";

const pageSize = 20;
/** As in the overview: fewer free units than this are low. */
const lowStock = 10;

export type StaffProductSummary = {
  productId: string;
  title: string;
  slug: string;
  status: "draft" | "active" | "archived";
  categoryName: string;
  pictureKey: string | null;
  skuCount: number;
  /** Null where there is no active SKU. */
  lowestFen: bigint | null;
  highestFen: bigint | null;
  /** Units not promised to an order, over all active SKUs. */
  left: number;
  isLow: boolean;
  updatedAt: Date;
};

/** The merchant's products that match, the last changed first. */
export async function listProductsForStaff(
  tx: MerchantTx,
  merchantId: string,
  filter: StaffProductFilter,
): Promise<{ products: StaffProductSummary[]; nextCursor: string | null }> {
  const text = filter.text ? `%${filter.text.replace(/[\\%_]/g, "\\$&")}%` : null;
  const after = readCursor(filter.cursor);
  const onlyLow = filter.stock === "low";
  const rows = await tx.$queryRaw<StaffProductSummary[]>`
    select p.id as "productId", p.title, p.slug, p.status::text as status, c.name as "categoryName",
      p.updated_at as "updatedAt", offer.count as "skuCount", offer.lowest as "lowestFen",
      offer.highest as "highestFen", offer.left, offer.low as "isLow",
      (select i.storage_key from product_picture pp
        join picture i on i.merchant_id = pp.merchant_id and i.id = pp.picture_id
        where pp.merchant_id = p.merchant_id and pp.product_id = p.id
        order by pp.position, pp.picture_id limit 1) as "pictureKey"
    from product p
    join category c on c.merchant_id = p.merchant_id and c.id = p.category_id
    cross join lateral (
      select count(*)::int as count, min(s.unit_price_fen) as lowest, max(s.unit_price_fen) as highest,
        coalesce(sum(k.on_hand - k.reserved), 0)::int as left,
        coalesce(bool_or(coalesce(k.on_hand - k.reserved, 0) < ${lowStock}), false) as low
      from sku s left join stock k on k.merchant_id = s.merchant_id and k.sku_id = s.id
      where s.merchant_id = p.merchant_id and s.product_id = p.id and s.is_active
    ) offer
    where p.merchant_id = ${merchantId}::uuid
      and (${filter.status ?? null}::text is null or p.status::text = ${filter.status ?? null})
      and (${filter.categoryId ?? null}::uuid is null or p.category_id = ${filter.categoryId ?? null}::uuid)
      and (not ${onlyLow}::boolean or (offer.low and p.status = 'active'))
      and (${text}::text is null or p.title ilike ${text} or p.subtitle ilike ${text} or exists (
        select from sku s where s.merchant_id = p.merchant_id and s.product_id = p.id
          and (s.code ilike ${text} or s.option_name ilike ${text})))
      and (${after?.createdAt ?? null}::timestamptz is null
        or (p.updated_at, p.id) < (${after?.createdAt ?? null}, ${after?.id ?? null}::uuid))
    order by p.updated_at desc, p.id desc limit ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  const nextCursor =
    rows.length > pageSize && last
      ? writeCursor({ createdAt: last.updatedAt, id: last.productId })
      : null;
  return { products: page, nextCursor };
}
