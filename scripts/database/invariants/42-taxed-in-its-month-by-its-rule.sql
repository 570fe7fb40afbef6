-- money.md 5: a withdrawal is taxed in the month in Shanghai in which it was asked for (a second of
-- grace: times of one person's month are kept apart), by the highest version of the rules that holds
-- on that day and was there then.
select p.merchant_id, p.id as payout_id, p.requested_at, p.tax_month, p.tax_rule_version, rule.version
from payout p
left join lateral (
  select max(r.version) as version from public.tax_rule r
  where r.merchant_id = p.merchant_id and r.created_at <= p.requested_at
    and r.valid_from <= ((p.requested_at at time zone 'Asia/Shanghai')::date)
    and coalesce(r.valid_until, 'infinity') >= ((p.requested_at - interval '1 second') at time zone 'Asia/Shanghai')::date
) rule on true
where p.tax_month not in (to_char(p.requested_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
    to_char((p.requested_at - interval '1 second') at time zone 'Asia/Shanghai', 'YYYY-MM'))
  or p.tax_rule_version is distinct from rule.version
