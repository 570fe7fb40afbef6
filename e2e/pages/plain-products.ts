import { inDays } from "@/e2e/pages/plain-facts";
import { percent, yuan } from "@/e2e/pages/plain-forms";

const bought = `select l.product, s.person from sale s join sold l on l.id = s.id
  where s.day >= $2::date and s.day < $3::date`;
const events = (kinds: string) =>
  `select product, person from event_of where ${inDays} and kind in (${kinds})`;
const atCheckout = `${bought} union all ${events("'checkout'")}`;
const saw = `${atCheckout} union all ${events("'view', 'favourite', 'cart'")}
  union all select product, person from opened where ${inDays}`;
const people = (of: string) =>
  `left join (select product as id, count(distinct person) as people from (${of}) one group by product)`;
const acts = `select product as id, count(*) filter (where kind = 'view') as views,
  count(*) filter (where kind = 'favourite') as favourites, count(*) filter (where kind = 'cart') as carts
  from event_of where ${inDays} group by product`;
const links = `select product as id, count(distinct link) as links from opened
  where ${inDays} and person <> sharer group by product`;
const goods = (from: string) =>
  `select product as id, sum(units) as units, sum(fen) as fen from ${from} where ${inDays} group by product`;
const weight = (act: string, usual: number) =>
  `coalesce((select (activity_weights->>'${act}')::int from analytics_setting where merchant_id = $1), ${usual})`;

/** Each product with what people did with it and its activity index, as the file of the board of products. */
export const plainProducts = `
  select title, (views * ${weight("views", 1)} + viewers * ${weight("visitors", 2)}
      + favourites * ${weight("favourites", 3)} + carts * ${weight("carted", 5)}
      + checkouters * ${weight("checkedOut", 8)} + units * ${weight("paidUnits", 10)}
      + links * ${weight("effectiveShares", 10)})::text,
    views::text, viewers::text, favourites::text, carts::text, checkouters::text, units::text, ${yuan("gross")},
    refunded::text, links::text, ${percent("buyers", "viewers")}
  from (select p.title, coalesce(a.views, 0) as views, coalesce(v.people, 0) as viewers,
      coalesce(a.favourites, 0) as favourites, coalesce(a.carts, 0) as carts,
      coalesce(c.people, 0) as checkouters, coalesce(g.units, 0) as units, coalesce(g.fen, 0) as gross,
      coalesce(r.units, 0) as refunded, coalesce(l.links, 0) as links, coalesce(b.people, 0) as buyers
    from (select id::text as id, title from product where merchant_id = $1) p
    left join (${acts}) a using (id) ${people(saw)} v using (id) ${people(atCheckout)} c using (id)
    ${people(bought)} b using (id) left join (${goods("sold")}) g using (id)
    left join (${goods("back")}) r using (id) left join (${links}) l using (id)) each
  where viewers + views + favourites + carts + units + refunded > 0`;
