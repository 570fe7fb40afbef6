/**
 * What happened in the shop $1, by Shanghai day, straight from the tables into which it was written: the common
 * table expressions over which all plain questions are asked. `$2` and `$3` are the asked days, the last one not among
 * them. People are texts: a customer, a browser that nobody signed in with, a customer of an order history.
 */
export const plainFacts = `
  opened as (
    select c.clicked_at as at, (c.clicked_at at time zone 'Asia/Shanghai')::date as day, l.id::text as link,
      coalesce(v.customer_id, v.id)::text as person, l.sharer_customer_id::text as sharer, l.channel::text as channel,
      case when l.target_kind = 'product' then l.target_id::text end as product
    from share_click c
    join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
    join visitor v on v.merchant_id = c.merchant_id and v.id = c.visitor_id
    where c.merchant_id = $1),
  event_of as (
    select (e.at at time zone 'Asia/Shanghai')::date as day, e.kind::text as kind,
      coalesce(v.customer_id, e.visitor_id)::text as person,
      nullif(e.product_id, '00000000-0000-0000-0000-000000000000')::text as product
    from event e left join visitor v on v.merchant_id = e.merchant_id and v.id = e.visitor_id
    where e.merchant_id = $1),
  sale as (
    select o.id::text as id, o.paid_at as at, (o.paid_at at time zone 'Asia/Shanghai')::date as day,
      o.customer_id::text as person, true as is_ours, o.freight_fen, coalesce(l.channel::text, 'direct') as channel,
      o.level1_distributor_id as distributor, coalesce(
        (select sum(t.amount_fen) from payment y join ledger_transfer t on t.merchant_id = y.merchant_id
          and t.reference_id = y.id and t.code = 'payment_fee_charged'
          where y.merchant_id = $1 and y.order_id = o.id),
        (select round(o.paid_fen * p.payment_fee_bps / 10000.0) from merchant_policy p
          where p.merchant_id = $1 and p.version = o.policy_version)) as fee_fen
    from orders o
    left join share_click c on c.merchant_id = o.merchant_id and c.id = o.click_id
    left join share_link l on l.merchant_id = c.merchant_id and l.id = c.link_id
    where o.merchant_id = $1 and o.paid_at is not null
    union all
    select invoice_no, sold_at, (sold_at at time zone 'Asia/Shanghai')::date,
      'history ' || nullif(customer_ref, ''), false, 0, 'imported', null, 0
    from history_order where merchant_id = $1 and kind = 'sale'),
  sold as (
    select s.id, s.day, s.channel, s.distributor, l.product_id::text as product, l.quantity as units,
      l.payable_fen as fen, l.prorated_discount_fen as discount_fen, nullif(l.goods_cost_fen, 0) as cost_fen
    from sale s join order_line l on l.merchant_id = $1 and l.order_id::text = s.id
    union all
    select invoice_no, (sold_at at time zone 'Asia/Shanghai')::date, 'imported', null,
      case when not is_service then code end, quantity, amount_fen, 0, null
    from history_line where merchant_id = $1 and kind = 'sale'),
  back as (
    select r.id::text as id, (r.succeeded_at at time zone 'Asia/Shanghai')::date as day, s.id as sale, s.channel,
      s.distributor, l.product_id::text as product, b.quantity as units, b.amount_fen as fen,
      coalesce(l.goods_cost_fen, 0) > 0 as has_cost, (select coalesce(sum(m.value_fen), 0) from stock_movement m
        where m.merchant_id = $1 and m.reason = 'refunded' and m.reference_id = b.refund_id
          and m.reference_line = b.line_no) as cost_fen
    from refund r
    join refund_line b on b.merchant_id = r.merchant_id and b.refund_id = r.id
    join order_line l on l.merchant_id = r.merchant_id and l.order_id = r.order_id and l.line_no = b.line_no
    join sale s on s.id = r.order_id::text
    where r.merchant_id = $1 and r.succeeded_at is not null
    union all
    select invoice_no, (sold_at at time zone 'Asia/Shanghai')::date, '', 'imported', null,
      case when not is_service then code end, quantity, amount_fen, false, 0
    from history_line where merchant_id = $1 and kind = 'refund'),
  freight_back as (
    select (succeeded_at at time zone 'Asia/Shanghai')::date as day, freight_fen as fen
    from refund where merchant_id = $1 and succeeded_at is not null),
  fee_back as (
    select (r.succeeded_at at time zone 'Asia/Shanghai')::date as day, t.amount_fen as fen
    from refund r join ledger_transfer t on t.merchant_id = r.merchant_id and t.reference_id = r.id
      and t.code = 'payment_fee_returned' where r.merchant_id = $1),
  promised as (
    select s.day, s.channel, c.level, c.distributor_id as distributor, c.commission_fen as fen
    from commission c join sale s on s.id = c.order_id::text where c.merchant_id = $1),
  taken_back as (
    select (t.event_at at time zone 'Asia/Shanghai')::date as day, c.distributor_id as distributor,
      t.amount_fen as fen
    from ledger_transfer t join commission c on c.merchant_id = t.merchant_id and c.id = t.reference_id
    where t.merchant_id = $1 and t.code in ('commission_clawed_back', 'commission_clawed_back_as_debt'))`;

/** Whether the day of a row lies in the asked days. */
export const inDays = "day >= $2::date and day < $3::date";
