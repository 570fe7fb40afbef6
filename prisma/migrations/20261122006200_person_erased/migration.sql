-- Whoever asks to be forgotten is taken out of their ended withdrawals (docs/decisions/0033): WeChat's name
-- for them becomes a word that is nobody's, the sealed name goes. Amounts, tax and numbers stay as frozen.
create or replace function refuse_change_of_payout_terms() returns trigger language plpgsql as $$
begin
  if (new.merchant_id, new.id, new.payout_no, new.distributor_id, new.channel, new.gross_fen, new.tax_fen, new.net_fen,
      new.tax_month, new.tax_rule_version, new.id_number_hash, new.app_id, new.mch_id,
      new.job_title, new.remark, new.requested_at, new.due_at)
    is distinct from
     (old.merchant_id, old.id, old.payout_no, old.distributor_id, old.channel, old.gross_fen, old.tax_fen, old.net_fen,
      old.tax_month, old.tax_rule_version, old.id_number_hash, old.app_id, old.mch_id,
      old.job_title, old.remark, old.requested_at, old.due_at)
  then
    raise exception 'the terms of a payout never change' using errcode = 'restrict_violation';
  end if;
  if (new.open_id, new.user_name_sealed) is distinct from (old.open_id, old.user_name_sealed)
    and not (old.state in ('paid', 'failed', 'expired', 'cancelled', 'refused')
      and new.open_id in ('', 'erased') and new.user_name_sealed = '')
  then
    raise exception 'who a payout goes to never changes' using errcode = 'restrict_violation';
  end if;
  if old.state in ('paid', 'failed', 'expired', 'cancelled', 'refused') and new.state <> old.state then
    raise exception 'a payout that has ended stays ended' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
