import { z } from "zod";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** Numbers that may be large come as text out of the database's JSON. */
const fen = z.string().transform(BigInt);

const skuSchema = z.object({
  skuId: z.string(),
  productId: z.string(),
  productTitle: z.string(),
  optionName: z.string(),
  pictureKey: z.string(),
  listPriceFen: fen.nullable(),
  unitPriceFen: fen,
  costFen: fen,
  /** Nearest first. */
  categoryIds: z.array(z.string()),
  freightTemplateId: z.string().nullable(),
  /** On hand and promised to nobody. */
  left: z.number(),
});
export type CheckoutSku = z.infer<typeof skuSchema>;

const addressSchema = z.object({
  receiverName: z.string(),
  phone: z.string(),
  regionCode: z.string(),
  province: z.string(),
  city: z.string(),
  district: z.string(),
  detail: z.string(),
});
export type CheckoutAddress = z.infer<typeof addressSchema>;

const freightRuleSchema = z.object({
  provinces: z.union([z.literal("default"), z.array(z.string())]),
  firstQuantity: z.int().nonnegative(),
  firstFen: fen,
  nextQuantity: z.int().nonnegative(),
  nextFen: fen,
  refused: z.boolean().optional(),
});

const templateSchema = z.object({
  id: z.string(),
  isDefault: z.boolean(),
  freeFromFen: fen.nullable(),
  rules: z.array(freightRuleSchema),
});

const checkoutSchema = z.object({
  /** Those that can be bought now: of this merchant, active, of an active product. */
  skus: z.array(skuSchema),
  address: addressSchema.nullable(),
  templates: z.array(templateSchema),
  /** The order that this checkout page has placed already. */
  placed: z.object({ orderNo: z.string(), payableFen: fen }).nullable(),
});
export type Checkout = z.infer<typeof checkoutSchema>;

/** Everything that prices an order, in one statement. An address of another customer is not found. */
export async function loadCheckout(
  tx: MerchantTx,
  question: {
    merchantId: string;
    customerId: string;
    skuIds: readonly string[];
    addressId: string | null;
    idempotencyKey: string | null;
  },
): Promise<Checkout> {
  const { merchantId, customerId, skuIds, addressId, idempotencyKey } = question;
  const [row] = await tx.$queryRaw<unknown[]>`
    select
      (select coalesce(json_agg(json_build_object(
          'skuId', s.id, 'productId', p.id, 'productTitle', p.title, 'optionName', s.option_name,
          'pictureKey', coalesce(picture.storage_key, ''),
          'listPriceFen', s.list_price_fen::text, 'unitPriceFen', s.unit_price_fen::text,
          'costFen', s.cost_fen::text, 'categoryIds', category.ids,
          'freightTemplateId', p.freight_template_id,
          'left', coalesce(stock.on_hand - stock.reserved, 0))), '[]')
        from sku s
        join product p on p.merchant_id = s.merchant_id and p.id = s.product_id and p.status = 'active'
        left join stock on stock.merchant_id = s.merchant_id and stock.sku_id = s.id
        left join lateral (
          select k.storage_key from product_picture pp
          join picture k on k.merchant_id = pp.merchant_id and k.id = pp.picture_id
          where pp.merchant_id = p.merchant_id and pp.product_id = p.id
          order by pp.position limit 1) picture on true
        left join lateral (
          with recursive line as (
            select c.id, c.parent_id, 1 as depth from category c
            where c.merchant_id = p.merchant_id and c.id = p.category_id
            union all
            select c.id, c.parent_id, line.depth + 1 from category c
            join line on c.id = line.parent_id
            where c.merchant_id = ${merchantId}::uuid and line.depth < 10)
          select json_agg(id order by depth) as ids from line) category on true
        where s.merchant_id = ${merchantId}::uuid and s.is_active
          and s.id = any(${[...skuIds]}::uuid[])) as skus,
      (select json_build_object('receiverName', receiver_name, 'phone', phone,
          'regionCode', region_code, 'province', province, 'city', city, 'district', district,
          'detail', detail)
        from address where merchant_id = ${merchantId}::uuid and id = ${addressId}::uuid
          and customer_id = ${customerId}::uuid and deleted_at is null) as address,
      (select coalesce(json_agg(json_build_object('id', id, 'isDefault', is_default,
          'freeFromFen', free_from_fen::text, 'rules', rules)), '[]')
        from freight_template where merchant_id = ${merchantId}::uuid) as templates,
      (select json_build_object('orderNo', order_no, 'payableFen', payable_fen::text)
        from orders where merchant_id = ${merchantId}::uuid and customer_id = ${customerId}::uuid
          and idempotency_key = ${idempotencyKey}) as placed`;
  return checkoutSchema.parse(row);
}
