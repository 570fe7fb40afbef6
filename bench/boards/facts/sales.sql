-- Orders, units and money of a window; refunds on the day on which they succeeded.
select o.orders::int, l.units::int, l.gross_fen::text as "grossFen", coalesce(r.refund_fen, 0)::text as "refundFen"
from (
  select count(*) as orders from orders where merchant_id = $1 and paid_at >= $2 and paid_at < $3
) o cross join (
  select coalesce(sum(l.quantity), 0) as units, coalesce(sum(l.payable_fen), 0) as gross_fen
  from orders o join order_line l on l.merchant_id = o.merchant_id and l.order_id = o.id
  where o.merchant_id = $1 and o.paid_at >= $2 and o.paid_at < $3
) l cross join (
  select sum(b.amount_fen) as refund_fen
  from refund r join refund_line b on b.merchant_id = r.merchant_id and b.refund_id = r.id
  where r.merchant_id = $1 and r.succeeded_at >= $2 and r.succeeded_at < $3
) r
