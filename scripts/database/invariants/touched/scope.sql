-- Put in front of an invariant, this makes it see, under the tables' own names, the orders and
-- customers that were touched since the last run, each with all that hangs on it. What is named by
-- its schema stays whole.
touched_transfer as materialized (
  select l.* from public.invariant_touch t
  join public.ledger_transfer l on l.merchant_id = t.merchant_id and l.id = t.object_id
  where t.kind = 'transfer'
), touched_movement as materialized (
  select m.* from public.invariant_touch t
  join public.stock_movement m on m.merchant_id = t.merchant_id and m.id = t.object_id
  where t.kind = 'movement'
), touched_customer as materialized (
  select distinct merchant_id, object_id as id from public.invariant_touch where kind = 'customer'
), touched_order as materialized (
  select merchant_id, object_id as id from public.invariant_touch where kind = 'order'
  union
  select merchant_id, reference_id from touched_movement where reason = 'sold'
  union
  select p.merchant_id, p.order_id from touched_transfer t
    join public.payment p on p.merchant_id = t.merchant_id and p.id = t.reference_id
    where t.reference_kind = 'payment'
  union
  select r.merchant_id, r.order_id from touched_transfer t
    join public.refund r on r.merchant_id = t.merchant_id and r.id = t.reference_id
    where t.reference_kind = 'refund'
  union
  select c.merchant_id, c.order_id from touched_transfer t
    join public.commission c on c.merchant_id = t.merchant_id and c.id = t.reference_id
    where t.reference_kind = 'commission'
  union
  select o.merchant_id, o.id from touched_customer c
    join public.orders o on o.merchant_id = c.merchant_id and o.customer_id = c.id
    where o.binding_id is not null
), orders as materialized (
  select o.* from touched_order t
  join public.orders o on o.merchant_id = t.merchant_id and o.id = t.id
), order_line as materialized (
  select l.* from touched_order t
  join public.order_line l on l.merchant_id = t.merchant_id and l.order_id = t.id
), payment as materialized (
  select p.* from touched_order t
  join public.payment p on p.merchant_id = t.merchant_id and p.order_id = t.id
), refund as materialized (
  select r.* from touched_order t
  join public.refund r on r.merchant_id = t.merchant_id and r.order_id = t.id
), refund_line as materialized (
  select l.* from refund r
  join public.refund_line l on l.merchant_id = r.merchant_id and l.refund_id = r.id
), order_commission_term as materialized (
  select c.* from touched_order t
  join public.order_commission_term c on c.merchant_id = t.merchant_id and c.order_id = t.id
), commission as materialized (
  select c.* from touched_order t
  join public.commission c on c.merchant_id = t.merchant_id and c.order_id = t.id
), stock_hold as materialized (
  select h.* from touched_order t
  join public.stock_hold h on h.merchant_id = t.merchant_id and h.order_id = t.id
), stock_movement as materialized (
  select m.* from order_line l
  join public.stock_movement m on m.merchant_id = l.merchant_id and m.sku_id = l.sku_id
    and m.reason = 'sold' and m.reference_id = l.order_id and m.reference_line = l.line_no
  union
  select * from touched_movement
), customer_binding as materialized (
  select b.* from touched_customer c
  join public.customer_binding b on b.merchant_id = c.merchant_id and b.customer_id = c.id
  union
  select b.* from orders o
  join public.customer_binding b on b.merchant_id = o.merchant_id and b.id = o.binding_id
), ledger_transfer as materialized (
  select l.* from (
    select merchant_id, 'payment' as kind, id from payment
    union all select merchant_id, 'refund', id from refund
    union all select merchant_id, 'commission', id from commission
  ) cause
  join public.ledger_transfer l on l.merchant_id = cause.merchant_id and l.reference_kind = cause.kind
    and l.reference_id = cause.id
  union
  select * from touched_transfer
)
