-- Through WeChat a withdrawal is paid when WeChat says so; under a former merchant number, which cannot be
-- asked any more, when two people read the same number there (docs/decisions/0042).
alter table payout add constraint payout_paid_by_wechats_word_or_two_peoples check (
  channel = 'bank' or state <> 'paid'
  or (confirmed_by is null and wechat_state = 'SUCCESS')
  or (confirmed_by is not null and marked_by is not null and marked_by <> confirmed_by
    and transfer_bill_no is not null and bank_reference = transfer_bill_no));
