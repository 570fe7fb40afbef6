-- Who shares: distributors once they are approved, and one customer in six. Early ones bring most people:
-- whoever comes by a link takes one of an earlier sharer, the earliest by far most often.
create unlogged table testing.asking as
select p.p, p.p / 15 as d, testing.id(18, p.p / 15) as distributor_id, asked.at as applied_at,
  case when testing.draw(22, p.p) < 0.97 then (asked.at + testing.draw(21, p.p) * interval '3 days')::timestamptz(3) end as decided_at,
  (case when testing.draw(22, p.p) < 0.94 then 'approved' when testing.draw(22, p.p) < 0.97 then 'refused' else 'applied' end) as status
from testing.person p
cross join testing.scale s
cross join lateral (select least(s.until_at - interval '1 second',
  p.joined_at + testing.draw(20, p.p) * interval '10 days')::timestamptz(3) as at) asked
where p.asks;
update testing.asking a set status = 'applied', decided_at = null from testing.scale s where decided_at >= s.until_at;
create unique index on testing.asking (p);

create unlogged table testing.sharer as
select row_number() over (order by p.p)::int - 1 as r, p.p, p.customer_id,
  case when a.status = 'approved' then a.d end as d, coalesce(a.decided_at, p.joined_at) as able_at,
  1 + floor(12 * testing.draw(31, p.p) ^ 4)::int as links
from testing.person p left join testing.asking a on a.p = p.p
where p.is_customer and case when a.status = 'approved' then testing.draw(30, p.p) < 0.7
  else testing.draw(30, p.p) < 0.16 end;
create unique index on testing.sharer (r);
create unique index on testing.sharer (p);

create unlogged table testing.link as
select row_number() over (order by h.r, j)::int - 1 as k, h.r, h.p, j, h.d, h.customer_id,
  least(s.until_at - interval '1 second', h.able_at + testing.draw(32, h.p * 16 + j) * (1 + 6 * j) * interval '4 days')::timestamptz(3) as created_at,
  (case when j = 0 then 'shop' when j % 4 = 2 then 'category' when j % 4 = 3 then 'scene' else 'product' end) as target_kind,
  case when j = 0 then '00000000-0000-0000-0000-000000000000'
    when j % 4 = 2 then testing.id(1, (h.p + j / 4) % 12) when j % 4 = 3 then testing.id(4, (h.p + j / 4) % 8)
    else testing.id(2, (floor(500 * testing.draw(33, h.p) ^ 2)::int + 37 * j) % 500) end as target_id,
  ('{card,card,card,card,card,qr,qr,poster,poster,offline}'::text[])[1 + floor(10 * testing.draw(34, h.p * 16 + j))::int] as channel
from testing.sharer h cross join lateral generate_series(0, h.links - 1) j cross join testing.scale s;
create unique index on testing.link (k);
create unique index on testing.link (p, j);

-- By whose link each person came. A link that was not there yet brought nobody.
create unlogged table testing.brought as
with tried as (
  select p.p, p.seen_at, floor(h.sharers * testing.draw(36, p.p) ^ 2.5)::int as r
  from testing.person p
  cross join (select count(*) as sharers, max(people) as people from testing.sharer, testing.scale) everybody
  cross join lateral (select floor(everybody.sharers * (p.p::float8 / everybody.people))::int as sharers) h
  where testing.draw(35, p.p) < 0.75 and h.sharers > 0
)
select t.p, l.k
from tried t
join testing.sharer h on h.r = t.r and h.p < t.p
join testing.link l on l.p = h.p and l.j = floor(h.links * testing.draw(37, t.p) ^ 2)::int and l.created_at < t.seen_at;
create unique index on testing.brought (p);
analyze testing.asking, testing.sharer, testing.link, testing.brought;

-- Whose a link's guests are: the sharer's, who distributes, or else of whoever brought the sharer.
create unlogged table testing.owner as
with recursive owned as (
  select l.k, l.p, l.d from testing.link l where not exists (select from testing.brought b where b.p = l.p)
  union all
  select l.k, l.p, coalesce(l.d, o.d) from owned o join testing.brought b on b.k = o.k join testing.link l on l.p = b.p
)
select k, d from owned where d is not null;
create unique index on testing.owner (k);
analyze testing.owner;

insert into distributor (merchant_id, id, customer_id, parent_distributor_id, status, display_name, applied_at, decided_at)
select s.merchant_id, a.distributor_id, p.customer_id, testing.id(18, o.d), a.status::distributor_status,
  '分销员 ' || a.d, a.applied_at, a.decided_at
from testing.asking a
join testing.person p on p.p = a.p
cross join testing.scale s
left join testing.brought b on b.p = a.p
left join testing.owner o on o.k = b.k and a.status = 'approved'
order by a.p;

insert into share_link (merchant_id, id, code, sharer_customer_id, target_kind, target_id, channel, parent_link_id, created_at)
select s.merchant_id, testing.id(19, l.k), 'bench' || l.k, l.customer_id, l.target_kind::share_target_kind, l.target_id,
  l.channel::share_channel, testing.id(19, b.k), l.created_at
from testing.link l left join testing.brought b on b.p = l.p cross join testing.scale s
order by l.k;

-- The click that brought each of them, and half as many again of people who know the shop already.
insert into share_click (merchant_id, id, link_id, visitor_id, clicked_at, in_wechat)
select s.merchant_id, testing.id(20, p.p), testing.id(19, b.k), p.visitor_id, p.seen_at, testing.draw(40, p.p) < 0.9
from testing.brought b join testing.person p on p.p = b.p cross join testing.scale s
order by p.p;
insert into share_click (merchant_id, id, link_id, visitor_id, clicked_at, in_wechat)
select s.merchant_id, testing.id(21, n), testing.id(19, l.k), p.visitor_id,
  (begins + testing.draw(43, n) ^ 2 * (s.until_at - begins - interval '1 second'))::timestamptz(3), testing.draw(44, n) < 0.9
from testing.scale s cross join generate_series(0, s.people / 2 - 1) n
cross join (select count(*) as links from testing.link) c
join testing.person p on p.p = floor(s.people * testing.draw(41, n))::int
join testing.link l on l.k = floor(c.links * testing.draw(42, n) ^ 2)::int
cross join lateral (select greatest(l.created_at, p.seen_at) as begins) b;

-- Who signs in after a click belongs to the link's distributor for half a year.
create unlogged table testing.binding as
select p.p, testing.id(22, p.p) as binding_id, testing.id(20, p.p) as click_id, testing.id(18, o.d) as level1_id,
  d.parent_distributor_id as level2_id, p.joined_at as bound_at, p.joined_at + interval '180 days' as valid_until
from testing.person p join testing.brought b on b.p = p.p join testing.owner o on o.k = b.k
cross join testing.scale s
join distributor d on d.merchant_id = s.merchant_id and d.id = testing.id(18, o.d)
where p.is_customer;
create unique index on testing.binding (p);
insert into customer_binding (merchant_id, id, customer_id, distributor_id, click_id, source, bound_at, valid_until, created_at)
select s.merchant_id, b.binding_id, p.customer_id, b.level1_id, b.click_id, 'click', b.bound_at, b.valid_until, b.bound_at
from testing.binding b join testing.person p on p.p = b.p cross join testing.scale s
order by b.p;
analyze testing.binding;
