-- every ten minutes: of what was touched
-- money.md 6.6: what was taken back of a commission was taken back by a refund of its own line that
-- succeeded, once by each.
select t.merchant_id, t.id as transfer_id, t.event_key, t.code, t.amount_fen, c.order_id, c.line_no, r.state
from ledger_transfer t
left join commission c on c.merchant_id = t.merchant_id and c.id = t.reference_id
left join refund_line rl on rl.merchant_id = t.merchant_id and rl.order_id = c.order_id
  and rl.line_no = c.line_no and rl.refund_id::text = split_part(t.event_key, ':', 4)
left join refund r on r.merchant_id = rl.merchant_id and r.id = rl.refund_id
where t.code in ('commission_clawed_back', 'commission_clawed_back_as_debt')
  and (t.reference_kind <> 'commission' or r.state is distinct from 'success'
    or t.event_key <> concat_ws(':', 'commission', t.reference_id, 'claw-back', rl.refund_id,
      case t.code when 'commission_clawed_back_as_debt' then 'debt' end))
