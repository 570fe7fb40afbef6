import type { Fen } from "@/domain/money/fen";
import type { Attribution } from "@/features/bindings/schema";
import type { CheckoutAddress } from "@/features/orders/queries/load-checkout";
import type { PricedLine } from "@/features/orders/queries/price-checkout";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type OrderToInsert = {
  merchantId: string;
  orderId: string;
  orderNo: string;
  customerId: string;
  idempotencyKey: string;
  policyVersion: number;
  attribution: Attribution;
  address: CheckoutAddress;
  note: string;
  lines: readonly PricedLine[];
  goodsFen: Fen;
  discountFen: Fen;
  freightFen: Fen;
  payableFen: Fen;
  /** Whether the lines leave the customer's cart. */
  fromCart: boolean;
  paymentDueAt: Date;
  now: Date;
};

/**
 * Writes the order with its frozen lines, the first number under which WeChat may be asked to pay it,
 * and the audit row, and empties the cart of what was bought: one statement.
 * @returns false when the order number or the idempotency key is taken; then nothing is written. Where
 * a rival with the same key is under way, it waits for the rival's end.
 */
export async function insertOrder(tx: MerchantTx, order: OrderToInsert): Promise<boolean> {
  const { merchantId, orderId, customerId, orderNo, address, attribution, now } = order;
  const lines = JSON.stringify(order.lines.map(toRow));
  const [row] = await tx.$queryRaw<{ placed: boolean }[]>`
    with placed as (
      insert into orders (merchant_id, id, order_no, customer_id, goods_fen, discount_fen, freight_fen,
        payable_fen, receiver_name, receiver_phone, region_code, province, city, district,
        address_detail, note, idempotency_key, policy_version, binding_id, click_id,
        level1_distributor_id, level2_distributor_id, created_at, payment_due_at)
      values (${merchantId}::uuid, ${orderId}::uuid, ${orderNo}, ${customerId}::uuid,
        ${order.goodsFen}, ${order.discountFen}, ${order.freightFen}, ${order.payableFen},
        ${address.receiverName}, ${address.phone}, ${address.regionCode}, ${address.province},
        ${address.city}, ${address.district}, ${address.detail}, ${order.note},
        ${order.idempotencyKey}, ${order.policyVersion}, ${attribution.bindingId}::uuid,
        ${attribution.clickId}::uuid, ${attribution.level1DistributorId}::uuid,
        ${attribution.level2DistributorId}::uuid, ${now}, ${order.paymentDueAt})
      on conflict do nothing
      returning id),
    line as (
      select * from json_to_recordset(${lines}::json) as l("lineNo" int, "productId" uuid,
        "skuId" uuid, "productTitle" text, "optionName" text, "pictureKey" text,
        "listPriceFen" bigint, "unitPriceFen" bigint, "costFen" bigint, quantity int,
        "grossFen" bigint, "proratedDiscountFen" bigint, "payableFen" bigint)),
    frozen as (
      insert into order_line (merchant_id, order_id, line_no, product_id, sku_id, product_title,
        option_name, picture_key, list_price_fen, unit_price_fen, cost_fen, quantity, gross_fen,
        prorated_discount_fen, payable_fen)
      select ${merchantId}::uuid, placed.id, l."lineNo", l."productId", l."skuId", l."productTitle",
        l."optionName", l."pictureKey", l."listPriceFen", l."unitPriceFen", l."costFen", l.quantity,
        l."grossFen", l."proratedDiscountFen", l."payableFen"
      from line l cross join placed),
    payment as (
      insert into payment (merchant_id, id, order_id, app_id, mch_id, out_trade_no, payer_open_id,
        amount_fen, created_at)
      select ${merchantId}::uuid, ${newId()}::uuid, placed.id, w.app_id, w.mch_id,
        ${orderNo} || '01', coalesce(i.open_id, ''), ${order.payableFen}, ${now}
      from placed
      join merchant_wechat w on w.merchant_id = ${merchantId}::uuid
      left join lateral (
        select open_id from wechat_identity
        where merchant_id = w.merchant_id and app_id = w.app_id and customer_id = ${customerId}::uuid
        order by created_at limit 1) i on true),
    bought as (
      delete from cart_item using cart, placed
      where ${order.fromCart} and cart.merchant_id = ${merchantId}::uuid
        and cart.customer_id = ${customerId}::uuid and cart_item.merchant_id = cart.merchant_id
        and cart_item.cart_id = cart.id and cart_item.sku_id in (select "skuId" from line)),
    audited as (
      insert into audit_entry
        (merchant_id, id, at, actor_kind, actor_id, action, object_kind, object_id, details)
      select ${merchantId}::uuid, ${newId()}::uuid, ${now}, 'customer', ${customerId}::uuid,
        'order.place', 'order', placed.id, jsonb_build_object('payableFen', ${order.payableFen}::text)
      from placed)
    select exists (select from placed) as placed`;
  return row?.placed === true;
}

function toRow(line: PricedLine) {
  return {
    lineNo: line.lineNo,
    productId: line.sku.productId,
    skuId: line.sku.skuId,
    productTitle: line.sku.productTitle,
    optionName: line.sku.optionName,
    pictureKey: line.sku.pictureKey,
    listPriceFen: line.listPriceFen?.toString() ?? null,
    unitPriceFen: line.unitPriceFen.toString(),
    costFen: line.sku.costFen.toString(),
    quantity: line.quantity,
    grossFen: line.grossFen.toString(),
    proratedDiscountFen: line.proratedDiscountFen.toString(),
    payableFen: line.payableFen.toString(),
  };
}
