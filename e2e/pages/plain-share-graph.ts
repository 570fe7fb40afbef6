import { count, type PlainQuestions, percent, yuan } from "@/e2e/pages/plain-forms";

const below = "tree t join brought_by b using (person)";
const people = `(select count(*) from ${below})`;
/** What people paid for since they were brought. */
const orders = `select s.id from sale s join ${below} on s.person = t.person where s.is_ours and s.at >= t.at`;
const orderFen = (from: string, of: string) =>
  `(select coalesce(sum(fen), 0) from ${from} where ${of} in (${orders}))`;
const due = `select p.* from first_seen p join ${below} on p.person = t.person
  where p.at <= now() - interval '168 hours'`;

/** F4, everybody below all roots until now. */
export const plainShareGraph: PlainQuestions = {
  treePeople: count(people),
  treeOrders: count(`select count(*) from (${orders}) o`),
  treeSales: yuan(`${orderFen("sold", "id")} - ${orderFen("back", "sale")}`),
  treeDepth: count(`select coalesce(max(hop), 0) from tree`),
  treeBreadth: count(`select max(people) from (
    select count(*) as people from ${below} group by t.hop) hops`),
  treeReshareRate: percent(
    `(select count(*) from ${below} where t.person in (select sharer from brought_by))`,
    people,
  ),
  treeK7: percent(
    `(select count(*) from (${due}) p join brought_by b on b.sharer = p.person
      and b.at between p.at and p.at + interval '168 hours')`,
    `(select count(*) from (${due}) p)`,
  ),
};

const bounds = [10, 60, 180, 360, 720, 1_440, 2_880, 4_320, 10_080, 20_160, 43_200, 129_600];

/** How many of those brought in the days came how long after whoever brought them, in classes of minutes. */
export const plainWaits = `
  select count(h.wait)::text from generate_series(0, ${bounds.length}) c
  left join (
    select (select count(*) from unnest(array[${bounds}]) bound
      where b.at - coalesce(up.at, p.at) >= bound * interval '1 minute') as wait
    from brought_by b left join brought_by up on up.person = b.sharer join first_seen p on p.person = b.sharer
    where b.day >= $2::date and b.day < $3::date) h on h.wait = c
  group by c`;

/** The twenty with most people below: children, people, hops, orders and money below, and their own. */
export const plainKeyPeople = `
  with recursive paid as (
    select s.id, s.person, s.at, (select sum(fen) from sold where sold.id = s.id)
      - coalesce((select sum(fen) from back where back.sale = s.id), 0) as fen from sale s where s.is_ours),
  figure as (
    select t.person, b.sharer as parent, count(p.id) as orders, coalesce(sum(p.fen), 0) as fen
    from tree t left join brought_by b using (person)
    left join paid p on p.person = t.person and (b.at is null or p.at >= b.at) group by t.person, b.sharer),
  below as (
    select parent as top, 1 as hop, orders, fen from figure where parent is not null
    union all
    select f.parent, b.hop + 1, b.orders, b.fen from below b join figure f on f.person = b.top
    where f.parent is not null)
  select (select count(*) from figure c where c.parent = f.person)::text, count(*)::text, max(b.hop)::text,
    sum(b.orders)::text, ${yuan("sum(b.fen)")}, f.orders::text, ${yuan("f.fen")}
  from figure f join below b on b.top = f.person group by f.person, f.orders, f.fen
  order by count(*) desc, f.person collate "C" limit 20`;
