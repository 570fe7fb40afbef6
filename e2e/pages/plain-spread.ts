import { inDays } from "@/e2e/pages/plain-facts";
import { count, type PlainQuestions, percent } from "@/e2e/pages/plain-forms";

/**
 * Who was first seen when, and who brought whom: the first opening of somebody else's link decides, unless
 * the person had brought others before and so was there by themselves.
 */
export const plainTree = `
  first_seen as (
    select person, min(at) as at from (
      select coalesce(customer_id, id)::text as person, first_seen_at as at from visitor where merchant_id = $1
      union all select id::text, created_at from customer where merchant_id = $1) seen group by person),
  first_opening as (
    select distinct on (person) person, sharer, link, at, day from opened where person <> sharer
    order by person, at),
  brought_by as (
    select * from first_opening f
    where not exists (select from first_opening e where e.sharer = f.person and e.at <= f.at)),
  tree (person, root, at, hop) as (
    select distinct sharer, sharer, null::timestamptz, 0 from brought_by
    where sharer not in (select person from brought_by)
    union all
    select b.person, t.root, b.at, t.hop + 1 from tree t join brought_by b on b.sharer = t.person)`;

const seen = `(select count(*) from first_seen where (at at time zone 'Asia/Shanghai')::date >= $2::date
  and (at at time zone 'Asia/Shanghai')::date < $3::date)`;
const soon = `(select count(*) from brought_by b join first_seen p on p.person = b.sharer
  where (p.at at time zone 'Asia/Shanghai')::date >= $2::date
    and (p.at at time zone 'Asia/Shanghai')::date < $3::date
    and b.at between p.at and p.at + interval '168 hours')`;
const k7IsOver = "($3::date + 7 <= (now() at time zone 'Asia/Shanghai')::date)";
const byShares = "and channel in ('card', 'qr', 'poster', 'offline')";
const fen = (more: string) => `(select coalesce(sum(fen), 0) from sold where ${inDays} ${more})`;

/** Board 3, the whole shop's forest of who brought whom. */
export const plainSpread: PlainQuestions = {
  k7: `case when ${k7IsOver} then ${percent(soon, seen)} end`,
  firstBrought: count(`select count(*) from brought_by where ${inDays}`),
  spreadDepth: `(select coalesce(max(t.hop), 0) from tree t join brought_by b using (person) where ${inDays})::text`,
  shareSalesShare: percent(fen(byShares), fen("")),
};
