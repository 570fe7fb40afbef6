-- The orders and customers that were touched since the last run, each with all that hangs on it, as
-- temporary tables under the tables' own names: they stand before those of the schema, so that an
-- invariant sees them alone. What is named by its schema stays whole. One statement per paragraph.

-- Little is joined to much: never read a whole table of the schema for it.
select set_config('enable_seqscan', 'off', true), set_config('enable_mergejoin', 'off', true);

create temporary table touched_transfer on commit drop as
select l.* from public.touched_object t
join public.ledger_transfer l on l.merchant_id = t.merchant_id and l.id = t.id
where t.kind = 'transfer';

create temporary table touched_movement on commit drop as
select m.* from public.touched_object t
join public.stock_movement m on m.merchant_id = t.merchant_id and m.id = t.id
where t.kind = 'movement';

create temporary table touched_customer on commit drop as
select distinct merchant_id, id from public.touched_object where kind = 'customer';

analyze pg_temp.touched_transfer, pg_temp.touched_movement, pg_temp.touched_customer;

-- The end of the audit chain, from the last link that was looked at on.
create temporary table recent_seal on commit drop as
select s.* from public.invariant_checkpoint k
cross join lateral (
  select * from public.audit_seal s where s.merchant_id = k.merchant_id and s.seq >= k.seal_seq offset 0
) s;

-- Ids sort by the time they were made: what was recorded since two hours before the last run.
create temporary table recent_entry on commit drop as
select e.* from public.invariant_checkpoint k
cross join lateral (
  select * from public.audit_entry e
  where e.merchant_id = k.merchant_id and e.id >= rpad(lpad(to_hex(
    (extract(epoch from k.ran_at - interval '2 hours') * 1000)::bigint), 12, '0'), 32, '0')::uuid
  offset 0
) e;

analyze pg_temp.recent_seal, pg_temp.recent_entry;

create temporary table touched_order on commit drop as
select merchant_id, id from public.touched_object where kind = 'order'
union
select merchant_id, reference_id from touched_movement where reason = 'sold'
union
select r.merchant_id, r.order_id from touched_movement m
  join public.refund r on r.merchant_id = m.merchant_id and r.id = m.reference_id
  where m.reason = 'refunded'
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
  where o.binding_id is not null;

analyze pg_temp.touched_order;

create temporary table touched_payout on commit drop as
select merchant_id, id from public.touched_object where kind = 'payout'
union
select merchant_id, reference_id from touched_transfer where reference_kind = 'payout';

analyze pg_temp.touched_payout;

-- With all that the same person asked for in the same month: they are taxed together.
create temporary table payout on commit drop as
select distinct p.* from touched_payout t
join public.payout own on own.merchant_id = t.merchant_id and own.id = t.id
join public.payout p on p.merchant_id = own.merchant_id and p.id_number_hash = own.id_number_hash
  and p.tax_month = own.tax_month;

create temporary table orders on commit drop as
select o.* from touched_order t
join public.orders o on o.merchant_id = t.merchant_id and o.id = t.id;

create temporary table order_line on commit drop as
select l.* from touched_order t
join public.order_line l on l.merchant_id = t.merchant_id and l.order_id = t.id;

create temporary table payment on commit drop as
select p.* from touched_order t
join public.payment p on p.merchant_id = t.merchant_id and p.order_id = t.id;

create temporary table refund on commit drop as
select r.* from touched_order t
join public.refund r on r.merchant_id = t.merchant_id and r.order_id = t.id;

create temporary table refund_line on commit drop as
select l.* from refund r
join public.refund_line l on l.merchant_id = r.merchant_id and l.refund_id = r.id;

create temporary table order_commission_term on commit drop as
select c.* from touched_order t
join public.order_commission_term c on c.merchant_id = t.merchant_id and c.order_id = t.id;

create temporary table commission on commit drop as
select c.* from touched_order t
join public.commission c on c.merchant_id = t.merchant_id and c.order_id = t.id;

create temporary table stock_hold on commit drop as
select h.* from touched_order t
join public.stock_hold h on h.merchant_id = t.merchant_id and h.order_id = t.id;

create temporary table stock_movement on commit drop as
select m.* from order_line l
join public.stock_movement m on m.merchant_id = l.merchant_id and m.sku_id = l.sku_id
  and m.reason = 'sold' and m.reference_id = l.order_id and m.reference_line = l.line_no
union
select m.* from refund_line r
join order_line l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line_no = r.line_no
join public.stock_movement m on m.merchant_id = l.merchant_id and m.sku_id = l.sku_id
  and m.reason = 'refunded' and m.reference_id = r.refund_id and m.reference_line = r.line_no
union
select * from touched_movement;

create temporary table customer_binding on commit drop as
select b.* from touched_customer c
join public.customer_binding b on b.merchant_id = c.merchant_id and b.customer_id = c.id
union
select b.* from orders o
join public.customer_binding b on b.merchant_id = o.merchant_id and b.id = o.binding_id;

create temporary table ledger_transfer on commit drop as
select l.* from (
  select merchant_id, 'payment' as kind, id from payment
  union all select merchant_id, 'refund', id from refund
  union all select merchant_id, 'commission', id from commission
  union select merchant_id, 'payout', id from payout
  union select merchant_id, 'payout', id from touched_payout
) cause
join public.ledger_transfer l on l.merchant_id = cause.merchant_id and l.reference_kind = cause.kind
  and l.reference_id = cause.id
union
select * from touched_transfer;

analyze pg_temp.orders, pg_temp.order_line, pg_temp.payment, pg_temp.refund, pg_temp.refund_line,
  pg_temp.order_commission_term, pg_temp.commission, pg_temp.stock_hold, pg_temp.stock_movement,
  pg_temp.customer_binding, pg_temp.payout, pg_temp.ledger_transfer;
