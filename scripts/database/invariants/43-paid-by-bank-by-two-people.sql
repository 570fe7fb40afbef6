-- every ten minutes: of what was touched
-- F11: by bank nobody declares a payment alone, and only of what stood in a file. Through WeChat its own
-- number and word stand beside it, or, under a former merchant number, the number that two people read there.
select merchant_id, id as payout_id, channel, state, sent_at, marked_by, confirmed_by, bank_reference,
  transfer_bill_no, wechat_state
from payout
where state = 'paid' and case channel
  when 'bank' then sent_at is null or marked_by is null or confirmed_by is null
    or marked_by = confirmed_by or bank_reference = ''
  else sent_at is null or transfer_bill_no is null or case when confirmed_by is null then wechat_state <> 'SUCCESS'
    else wechat_state = 'SUCCESS' or marked_by is null or marked_by = confirmed_by
      or bank_reference <> transfer_bill_no end end
