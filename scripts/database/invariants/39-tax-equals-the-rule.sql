-- money.md 5: withheld is the tax of the month's total with this withdrawal, rounded half up once, less
-- what was withheld before it, and never below 0; net is what is left. All in ten-thousandths of a fen.
with income as (
  select p.merchant_id, p.id, p.gross_fen, p.tax_fen, p.net_fen, p.tax_prior_tax_fen, r.terms,
    (p.tax_prior_gross_fen + p.gross_fen)::numeric as fen
  from payout p
  left join public.tax_rule r on r.merchant_id = p.merchant_id and r.version = p.tax_rule_version
), taxable as (
  select *, fen * 10000 - case when fen <= (terms ->> 'fixedDeductionUntilFen')::numeric
    then least(fen, (terms ->> 'exemptFen')::numeric) * 10000
    else fen * (terms ->> 'deductionShareBps')::numeric end as taxable
  from income
), due as (
  select t.*, greatest(t.taxable * (b.step ->> 'rateBps')::numeric
    - (b.step ->> 'quickDeductionFen')::numeric * 100000000, 0) as tax
  from taxable t
  cross join lateral (
    select step from jsonb_array_elements(t.terms -> 'brackets') with ordinality as brackets(step, place)
    where place = 1 or t.taxable > (step ->> 'aboveFen')::numeric * 10000
    order by place desc limit 1
  ) b
)
select i.merchant_id, i.id as payout_id, i.gross_fen, i.tax_fen, i.net_fen, d.tax / 100000000 as month_tax_fen
from income i
left join due d on d.merchant_id = i.merchant_id and d.id = i.id
where d.id is null or i.net_fen <> i.gross_fen - i.tax_fen
  or i.tax_fen <> greatest(floor((d.tax + 50000000) / 100000000) - i.tax_prior_tax_fen, 0)
